import { type Context, inTransaction, type Tx } from '../context.ts'
import { getInvoice } from '../invoices/index.ts'
import { type Question, questionColumns } from './question.ts'

/** What was asked about an invoice, newest first. Throws NotFoundError. */
export function listQuestions(ctx: Context | Tx, invoiceId: string): Promise<Question[]> {
  return inTransaction(ctx, async (tx) => {
    await getInvoice(tx, invoiceId)
    const rows = await tx.db
      .selectFrom('questions')
      .select([...questionColumns])
      .where('invoiceId', '=', invoiceId)
      .orderBy('id', 'desc')
      .execute()
    return rows as Question[]
  })
}
