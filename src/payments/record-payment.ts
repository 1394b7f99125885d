import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { leaveNote } from '../crm-notes/index.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { type Invoice, lockInvoice, settleInvoice } from '../invoices/index.ts'
import { moneyText } from '../texts/index.ts'
import { type CalendarDay, dayIn, parseCalendarDay } from '../values/index.ts'
import { askForMessages } from './ask-for-messages.ts'
import { insertPayments } from './ledger-rows.ts'
import { matchPayments } from './match-payments.ts'
import type { Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'
import { wantRegistered } from './write-back-table.ts'

/** `amountCents` in cents of the invoice's currency. */
export type RecordPaymentInput = {
  invoiceId: string
  /** Absent: all that is open. */
  amountCents?: number | undefined
  /** Absent: today, by the calendar of the business. */
  paidOn?: CalendarDay | undefined
  method?: string | null | undefined
  methodExternalId?: string | null | undefined
  note?: string | null | undefined
  /** The same request sent twice is one payment. */
  idempotencyKey?: string | undefined
}

/**
 * Notes a payment that a person was told of (promise C10): what is due goes down at once, and the CRM is told when the
 * connection wants it. More than is due is kept and flagged. Throws NotFoundError, InvalidInputError, ConflictError
 * `invoice_archived`, `nothing_open` (no amount was given) or `idempotency_key_reused`.
 */
export function recordPayment(ctx: Context | Tx, input: RecordPaymentInput): Promise<Payment> {
  return inTransaction(ctx, async (tx) => {
    if (input.idempotencyKey !== undefined) await waitForSameKey(tx, input.idempotencyKey)
    const invoice = await lockInvoice(tx, input.invoiceId)
    const before = await readLedger(tx, [invoice.id])
    const same = await findSameRequest(tx, input, before)
    if (same) return same
    const { amountCents, paidOn } = await checked(tx, input, invoice)
    const [id] = await insertPayments(tx, [
      {
        invoiceId: invoice.id,
        origin: 'hand',
        amountCents,
        currency: invoice.currency,
        paidOn,
        paidAt: null,
        method: input.method ?? null,
        methodExternalId: input.methodExternalId ?? null,
        note: input.note ?? null,
        requestKey: input.idempotencyKey,
      },
    ])
    const payment = await ledgerPayment(tx, invoice.id, id)
    const siblings = before.filter(({ origin }) => origin === 'hand').length
    await wantRegistered(tx, { connectionId: invoice.connectionId, payment, siblings })
    await tellOf(tx, invoice, payment)
    const paidHere = (await matchPayments(tx, [invoice.id])).get(invoice.id)
    if (paidHere) await settleInvoice(tx, { known: invoice, paidHere })
    await askForMessages(tx, invoice.id)
    return ledgerPayment(tx, invoice.id, id)
  })
}

/** The same key on two invoices at once: the second one sees what the first one wrote. */
async function waitForSameKey(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payment ${creditorOf(tx)} ${key}`}, 0))`.execute(
    tx.db,
  )
}

async function findSameRequest(
  tx: Tx,
  { idempotencyKey, amountCents }: RecordPaymentInput,
  before: readonly Payment[],
): Promise<Payment | undefined> {
  if (idempotencyKey === undefined) return undefined
  const found = await tx.db
    .selectFrom('payments')
    .select('id')
    .where('requestKey', '=', idempotencyKey)
    .executeTakeFirst()
  if (!found) return undefined
  const same = before.find(({ id }) => id === found.id)
  if (same && (amountCents === undefined || amountCents === same.amountCents)) return same
  throw new ConflictError('This idempotency key came with another request before', 'idempotency_key_reused')
}

/** Amounts are below 10^13 cents: the CRM's own limit of what can be said exactly. */
const largestCents = 1e13

async function checked(
  tx: Tx,
  input: RecordPaymentInput,
  invoice: Invoice,
): Promise<{ amountCents: number; paidOn: CalendarDay }> {
  if (invoice.state === 'archived')
    throw new ConflictError('The invoice is archived: no payment is noted on it', 'invoice_archived')
  const amountCents = input.amountCents ?? invoice.openCents
  if (input.amountCents === undefined && amountCents === 0)
    throw new ConflictError('Nothing is open on this invoice', 'nothing_open')
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0 || amountCents >= largestCents)
    throw invalid('amountCents', 'An amount above zero, in cents')
  const { timeZone } = await getCreditor(tx)
  const today = dayIn(timeZone, tx.now())
  const paidOn = parseCalendarDay(input.paidOn ?? today)
  if (paidOn > today) throw invalid('paidOn', 'A payment is received today or before')
  if (paidOn < '2000-01-01') throw invalid('paidOn', 'A payment was received after 1999')
  return { amountCents, paidOn }
}

function invalid(path: string, message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path, message }])
}

async function ledgerPayment(tx: Tx, invoiceId: string, id: string | undefined): Promise<Payment> {
  const payment = (await readLedger(tx, [invoiceId])).find((each) => each.id === id)
  if (!payment) throw new Error('A payment is not in the ledger after it was written there')
  return payment
}

async function tellOf(tx: Tx, invoice: Invoice, payment: Payment): Promise<void> {
  const { amountCents, currency, paidOn, method } = payment
  await recordActivity(tx, {
    subjectKind: 'invoice',
    subjectId: invoice.id,
    kind: 'payment.recorded',
    data: { number: invoice.number, paymentId: payment.id, amountCents, currency, paidOn, method },
  })
  await leaveNote(tx, {
    connectionId: invoice.connectionId,
    invoiceExternalId: invoice.externalId,
    event: 'paid',
    eventKey: payment.id,
    detail: (language) => `${moneyText(payment, language)}, ${paidOn}`,
  })
}
