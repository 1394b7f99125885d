import { invoiceOf } from './read-ledger.ts'
import { type MailWorld, messagesOf, type SeenMessage } from './read-messages.ts'

/** The next Monday at ten in Brussels, after now. */
export function mondayAtTen(from: Date): Temporal.ZonedDateTime {
  const now = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('Europe/Brussels')
  const monday = now.toPlainDate().add({ days: 8 - now.dayOfWeek })
  return monday.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '10:00' })
}

/** Moves both clocks there; what is due by then is done once, as after a standstill. */
export async function advanceTo(world: MailWorld, to: Temporal.ZonedDateTime): Promise<void> {
  const ms = to.epochMilliseconds - world.ctx.now().getTime()
  if (ms < 0) throw new Error(`${to.toString()} is over`)
  await world.advance(ms)
  await tick(world)
}

/** What the clock does every minute, once. */
export async function tick(world: MailWorld): Promise<void> {
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
}

/** Its reminders, in order of their level. */
export async function remindersOf(world: MailWorld, externalId: string): Promise<SeenMessage[]> {
  const { items } = await messagesOf(world, externalId)
  return items.filter(({ kind }) => kind === 'reminder').toSorted((a, b) => a.level - b.level)
}

/** Calls a route below an invoice. */
export async function stop(
  world: MailWorld,
  externalId: string,
  kind: 'hold' | 'dispute' | 'promise',
  body: Record<string, unknown> = {},
): Promise<unknown> {
  const { id } = await invoiceOf(world, externalId)
  return world.send('POST', `/api/v1/invoices/${id}/${kind}`, body)
}

export async function endStop(world: MailWorld, externalId: string, kind: string): Promise<unknown> {
  const { id } = await invoiceOf(world, externalId)
  return world.send('DELETE', `/api/v1/invoices/${id}/${kind}`)
}
