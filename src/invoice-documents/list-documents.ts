import { type Context, inTransaction, type Tx } from '../context.ts'
import { documentColumns, type InvoiceDocument } from './invoice-document.ts'

/** The documents of an invoice, PDF first. None while nothing was asked for. */
export function listDocuments(ctx: Context | Tx, invoiceId: string): Promise<InvoiceDocument[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('invoiceDocuments')
      .select([...documentColumns])
      .where('invoiceId', '=', invoiceId)
      .orderBy('kind')
      .execute()
    return rows as InvoiceDocument[]
  })
}
