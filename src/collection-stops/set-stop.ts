import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { type Invoice, lockInvoice } from '../invoices/index.ts'
import { type CalendarDay, dayIn, newId } from '../values/index.ts'
import { currentStop, endCurrent } from './current-stop.ts'
import { noteStops } from './note-stops.ts'
import type { Stop, StopKind } from './stop.ts'

export type SetStopInput = {
  invoiceId: string
  kind: StopKind
  reason?: string | null | undefined
  /** Of a promise: the day by which the customer pays, today at the earliest, two years from now at the latest. */
  promisedFor?: CalendarDay | undefined
  /** Of a promise: a part of what is open, in cents; left out: all of it. */
  promisedCents?: number | null | undefined
}

const news = {
  hold: 'invoice.putOnHold',
  dispute: 'invoice.disputed',
  promise: 'invoice.paymentPromised',
} as const

/**
 * Puts an invoice on hold, notes that it is disputed, or that payment was promised (promise C10): reminders stop, at once.
 * The same again changes nothing; another reason or day takes the place of the one before. Throws NotFoundError,
 * InvalidInputError for a day that is over or more than two years away and for more than is open, ConflictError `invoice_settled` when nothing is to be collected.
 */
export function setStop(ctx: Context | Tx, input: SetStopInput): Promise<Stop> {
  return inTransaction(ctx, async (tx) => {
    const { invoiceId, kind } = input
    const invoice = await lockInvoice(tx, invoiceId)
    if (invoice.state === 'paid' || invoice.state === 'archived')
      throw new ConflictError('This invoice is settled: there is nothing to stop', 'invoice_settled')
    const said = {
      reason: input.reason?.trim() || null,
      promisedFor: await promisedDay(tx, input),
      promisedCents: promisedPart(input, invoice),
    }
    const before = await currentStop(tx, invoiceId, kind)
    if (before && isSame(before, said)) return before
    if (before) await endCurrent(tx, before)
    await insertStop(tx, { invoiceId, kind, ...said })
    const { number, currency } = invoice
    const promise = { day: said.promisedFor ?? '', amountCents: said.promisedCents, currency }
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: news[kind],
      data: { number, reason: said.reason ?? '', ...(kind === 'promise' && promise) },
    })
    await noteStops(tx, invoiceId)
    const stop = await currentStop(tx, invoiceId, kind)
    if (!stop) throw new Error(`Invoice ${invoiceId} has no ${kind} after one was added`)
    return stop
  })
}

type Said = Pick<Stop, 'reason' | 'promisedFor' | 'promisedCents'>

function isSame(before: Said, said: Said): boolean {
  const { reason, promisedFor, promisedCents } = said
  return (
    before.reason === reason && before.promisedFor === promisedFor && before.promisedCents === promisedCents
  )
}

async function insertStop(tx: Tx, stop: Said & Pick<Stop, 'invoiceId' | 'kind'>): Promise<void> {
  const setBy = 'name' in tx.actor ? tx.actor.name : null
  await tx.db
    .insertInto('collectionStops')
    .values({ ...stop, id: newId('stp'), creditorId: creditorOf(tx), setBy, setAt: tx.now() })
    .execute()
}

/** A later day is a slip of the keyboard, and would keep reminders back for good. */
const yearsAtMost = 2

async function promisedDay(tx: Tx, { kind, promisedFor }: SetStopInput): Promise<CalendarDay | null> {
  if (kind !== 'promise') return null
  const { timeZone } = await getCreditor(tx)
  const today = dayIn(timeZone, tx.now())
  const last = Temporal.PlainDate.from(today).add({ years: yearsAtMost }).toString()
  if (promisedFor !== undefined && promisedFor >= today && promisedFor <= last) return promisedFor
  const field = {
    path: 'promisedFor',
    message: `Give a day that is not over, within ${yearsAtMost} years from now`,
  }
  throw new InvalidInputError('A promise to pay names a day that is not over, and not a far one', [field])
}

/** A promise of all that is open stays one, whatever is paid or credited meanwhile. */
function promisedPart(
  { kind, promisedCents }: SetStopInput,
  { openCents }: Pick<Invoice, 'openCents'>,
): number | null {
  if (kind !== 'promise' || !promisedCents || promisedCents === openCents) return null
  if (promisedCents > 0 && promisedCents < openCents) return promisedCents
  const field = { path: 'promisedCents', message: 'Give an amount that is not more than what is open' }
  throw new InvalidInputError('No more can be promised than what is open', [field])
}
