import { type Context, inTransaction, type Tx } from '../context.ts'
import { type DocumentKind, documentColumns, type InvoiceDocument } from './invoice-document.ts'

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

/** Which of these invoices have their document here, the wanted version. */
export function listRetrieved(
  ctx: Context | Tx,
  input: { invoiceIds: readonly string[]; kind: DocumentKind },
): Promise<Set<string>> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('invoiceDocuments')
      .select('invoiceId')
      .where('invoiceId', 'in', [...input.invoiceIds])
      .where('kind', '=', input.kind)
      .where('state', '=', 'retrieved')
      .execute()
    return new Set(rows.map(({ invoiceId }) => invoiceId))
  })
}
