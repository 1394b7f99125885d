import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { lockInvoice } from '../invoices/index.ts'
import { type CalendarDay, dayIn, newId } from '../values/index.ts'
import { currentStop, endCurrent } from './current-stop.ts'
import { noteStops } from './note-stops.ts'
import type { Stop, StopKind } from './stop.ts'

export type SetStopInput = {
  invoiceId: string
  kind: StopKind
  reason?: string | null | undefined
  /** Of a promise: the day by which the customer pays, today at the earliest. */
  promisedFor?: CalendarDay | undefined
}

const news = {
  hold: 'invoice.putOnHold',
  dispute: 'invoice.disputed',
  promise: 'invoice.paymentPromised',
} as const

/**
 * Puts an invoice on hold, notes that it is disputed, or that payment was promised (promise C10): reminders stop, at once.
 * The same again changes nothing; another reason or day takes the place of the one before. Throws NotFoundError,
 * InvalidInputError for a day that is over, ConflictError `invoice_settled` when nothing is to be collected.
 */
export function setStop(ctx: Context | Tx, input: SetStopInput): Promise<Stop> {
  return inTransaction(ctx, async (tx) => {
    const { invoiceId, kind } = input
    const invoice = await lockInvoice(tx, invoiceId)
    if (invoice.state === 'paid' || invoice.state === 'archived')
      throw new ConflictError('This invoice is settled: there is nothing to stop', 'invoice_settled')
    const promisedFor = await promisedDay(tx, input)
    const reason = input.reason?.trim() || null
    const before = await currentStop(tx, invoiceId, kind)
    if (before && before.reason === reason && before.promisedFor === promisedFor) return before
    if (before) await endCurrent(tx, before)
    await insertStop(tx, { invoiceId, kind, reason, promisedFor })
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: news[kind],
      data: { number: invoice.number, reason: reason ?? '', day: promisedFor ?? '' },
    })
    await noteStops(tx, invoiceId)
    const stop = await currentStop(tx, invoiceId, kind)
    if (!stop) throw new Error(`Invoice ${invoiceId} has no ${kind} after one was added`)
    return stop
  })
}

async function insertStop(
  tx: Tx,
  stop: Pick<Stop, 'invoiceId' | 'kind' | 'reason' | 'promisedFor'>,
): Promise<void> {
  const setBy = 'name' in tx.actor ? tx.actor.name : null
  await tx.db
    .insertInto('collectionStops')
    .values({ ...stop, id: newId('stp'), creditorId: creditorOf(tx), setBy, setAt: tx.now() })
    .execute()
}

async function promisedDay(tx: Tx, { kind, promisedFor }: SetStopInput): Promise<CalendarDay | null> {
  if (kind !== 'promise') return null
  const { timeZone } = await getCreditor(tx)
  if (promisedFor !== undefined && promisedFor >= dayIn(timeZone, tx.now())) return promisedFor
  const field = { path: 'promisedFor', message: 'Give a day that is not over' }
  throw new InvalidInputError('A promise to pay names a day that is not over', [field])
}
