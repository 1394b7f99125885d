import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { WriteBack } from './write-back.ts'

/** A payment that the CRM was not told of, and a person has to look. */
export type WriteBackTask = {
  paymentId: string
  invoiceId: string
  connectionId: string
  number: string | null
  customerName: string
  amountCents: number
  currency: string
  paidOn: string | null
  since: Date
} & Pick<WriteBack, 'intent' | 'state' | 'cause' | 'causeDetail' | 'nextTryAt'>

/** The payments that wait for a person, oldest first, at most `limit` of them. */
export function listWriteBackTasks(ctx: Context | Tx, input: { limit: number }): Promise<WriteBackTask[]> {
  return inTransaction(ctx, async (tx) => {
    const found = await sql<WriteBackTask>`
      select w.payment_id, w.invoice_id, w.connection_id, i.number, i.customer_name, p.amount_cents, p.currency, p.paid_on,
        w.updated_at as since, w.intent, w.state, w.cause, w.cause_detail, w.next_try_at
      from payment_write_backs w join payments p on p.id = w.payment_id join invoices i on i.id = w.invoice_id
      where w.state in ('refused', 'unknown') and w.next_try_at is null
      order by w.payment_id limit ${input.limit}`.execute(tx.db)
    return found.rows
  })
}
