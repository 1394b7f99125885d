import type { Tx } from '../context.ts'
import type { DocumentMark } from './invoice.ts'

/** Notes on invoices where their PDF stands, for the overview. One that stands there already is not written. */
export async function markDocuments(
  tx: Tx,
  input: { invoiceIds: readonly string[]; documentState: DocumentMark },
): Promise<void> {
  if (input.invoiceIds.length === 0) return
  await tx.db
    .updateTable('invoices')
    .set({ documentState: input.documentState })
    .where('id', 'in', [...input.invoiceIds])
    .where('documentState', '<>', input.documentState)
    .execute()
}
