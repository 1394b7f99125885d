import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { lockInvoice, settleInvoice } from '../invoices/index.ts'
import { askForMessages } from './ask-for-messages.ts'
import { insertRevocations } from './ledger-rows.ts'
import { matchPayments } from './match-payments.ts'
import type { Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'
import { wantRemoved } from './write-back-table.ts'

/**
 * Takes back a payment that was told to Vorder (promise C10): it is due again, and what Vorder registered in the CRM is
 * removed there. Twice is once. Throws NotFoundError, ConflictError `payment_of_crm` for one that only the CRM can remove.
 */
export function revokePayment(ctx: Context | Tx, input: { paymentId: string }): Promise<Payment> {
  return inTransaction(ctx, async (tx) => {
    const { invoiceId } = await findPayment(tx, input.paymentId)
    const invoice = await lockInvoice(tx, invoiceId)
    const payment = await paymentOf(tx, invoiceId, input.paymentId)
    if (payment.origin === 'crm')
      throw new ConflictError('This payment is Teamleader’s: remove it there', 'payment_of_crm')
    if (payment.revokedAt) return payment
    await insertRevocations(tx, { payments: [payment], cause: 'by_hand' })
    await wantRemoved(tx, payment)
    if (!payment.writeBack?.writes)
      await tx.db.deleteFrom('paymentMatches').where('handPaymentId', '=', payment.id).execute()
    const { amountCents, currency, paidOn } = payment
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: 'payment.revoked',
      cause: 'by_hand',
      data: { number: invoice.number, paymentId: payment.id, amountCents, currency, paidOn },
    })
    const paidHere = (await matchPayments(tx, [invoiceId])).get(invoiceId)
    if (paidHere && invoice.state !== 'archived') await settleInvoice(tx, { known: invoice, paidHere })
    await askForMessages(tx, invoiceId)
    return paymentOf(tx, invoiceId, payment.id)
  })
}

/** Which invoice a payment belongs to. Throws NotFoundError, also for another creditor's and for a revocation. */
export async function findPayment(tx: Tx, paymentId: string): Promise<{ invoiceId: string }> {
  const found = await tx.db
    .selectFrom('payments')
    .select('invoiceId')
    .where('id', '=', paymentId)
    .where('kind', '=', 'payment')
    .executeTakeFirst()
  if (!found) throw new NotFoundError('There is no such payment')
  return found
}

async function paymentOf(tx: Tx, invoiceId: string, paymentId: string): Promise<Payment> {
  const payment = (await readLedger(tx, [invoiceId])).find(({ id }) => id === paymentId)
  if (!payment) throw new NotFoundError('There is no such payment')
  return payment
}
