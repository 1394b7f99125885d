import { getConnection } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { AppError, ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { readAgain } from '../imports/index.ts'
import { type HoldCause, lockMessage, type Message, moveMessages } from '../invitations/index.ts'
import type { DueMessage } from './due-messages.ts'
import { canLeave } from './settle-message.ts'

/**
 * The paid fence (promise C3): reads the invoices of these messages from the CRM again and answers those that it showed; the
 * others are held. Undefined when it could not be asked: all of them are held then.
 */
export async function confirmDue(
  ctx: Context,
  connectionId: string,
  due: readonly DueMessage[],
): Promise<DueMessage[] | undefined> {
  if (due.length === 0) return []
  const confirmed = await look(ctx, connectionId, due)
  if (!confirmed) return undefined
  const unseen = due.filter(({ externalId }) => !confirmed.has(externalId))
  await hold(ctx, unseen, { cause: 'not_confirmed', detail: null, afterMs: 15 * 60_000 })
  return due.filter(({ externalId }) => confirmed.has(externalId))
}

async function look(
  ctx: Context,
  connectionId: string,
  due: readonly DueMessage[],
): Promise<Set<string> | undefined> {
  const detail = (error: Error) => error.message.slice(0, 500)
  try {
    const { state } = await getConnection(ctx, { connectionId })
    if (state !== 'connected') throw new ReconnectNeededError('The connection is not connected')
    return await readAgain(ctx, { connectionId, externalIds: due.map(({ externalId }) => externalId) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'database_unavailable') throw error
    if (error instanceof ReconnectNeededError)
      await hold(ctx, due, { cause: 'reconnect_needed', detail: detail(error), afterMs: 60 * 60_000 })
    else if (error instanceof SourceUnavailableError || error instanceof SourceRejectedError)
      await hold(ctx, due, { cause: 'crm_unavailable', detail: detail(error), afterMs: 5 * 60_000 })
    else throw error
    return undefined
  }
}

type Hold = { cause: HoldCause; detail: string | null; afterMs: number }

/** Only what can still leave: during the look it may have been cancelled, or have left in another process. */
async function hold(
  ctx: Context,
  messages: readonly DueMessage[],
  { cause, detail, afterMs }: Hold,
): Promise<void> {
  if (messages.length === 0) return
  await inTransaction(ctx, async (tx) => {
    const nextLookAt = new Date(tx.now().getTime() + afterMs)
    const current: Message[] = []
    for (const id of messages.map((message) => message.id).sort()) current.push(await lockMessage(tx, id))
    await moveMessages(tx, current.filter(canLeave), {
      state: 'held',
      cause,
      causeDetail: detail,
      nextLookAt,
    })
  })
}
