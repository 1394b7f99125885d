import { sql } from 'kysely'
import { getConnection } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { lockInvoice } from '../invoices/index.ts'
import type { Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'
import { findPayment } from './revoke-payment.ts'
import { askForWriteBack, isWritable, wantRegistered } from './write-back-table.ts'

/**
 * A person asks to tell the CRM of a payment now: after a refusal, or of one that was noted while the switch was off. What is
 * there is still read first. Throws NotFoundError, ConflictError `write_back_off`, `payment_of_crm` or `payment_revoked`.
 */
export function retryWriteBack(ctx: Context, input: { paymentId: string }): Promise<Payment> {
  return inTransaction(ctx, async (tx) => {
    const { invoiceId } = await findPayment(tx, input.paymentId)
    const invoice = await lockInvoice(tx, invoiceId)
    const ledger = await readLedger(tx, [invoiceId])
    const payment = ledger.find(({ id }) => id === input.paymentId)
    if (payment?.origin !== 'hand')
      throw new ConflictError('This payment is Teamleader’s own', 'payment_of_crm')
    const { connectionId } = invoice
    if (!isWritable(await getConnection(tx, { connectionId })))
      throw new ConflictError('Registering payments in Teamleader is switched off', 'write_back_off')
    if (!payment.writeBack) {
      if (payment.revokedAt) throw new ConflictError('This payment was taken back', 'payment_revoked')
      const siblings = ledger.filter(({ origin, id }) => origin === 'hand' && id < payment.id).length
      await wantRegistered(tx, { connectionId, payment, siblings })
    } else if (payment.writeBack.state !== 'done') {
      await sql`
        update payment_write_backs set state = case when began_at is null then 'waiting' else 'unknown' end,
          acknowledged_at = null, writes = least(writes, 1), attempts = 0, cause = null, cause_detail = null,
          next_try_at = ${tx.now()}, updated_at = ${tx.now()}
        where payment_id = ${payment.id}`.execute(tx.db)
      await askForWriteBack(tx, connectionId)
    }
    const after = (await readLedger(tx, [invoiceId])).find(({ id }) => id === payment.id)
    return after ?? payment
  })
}
