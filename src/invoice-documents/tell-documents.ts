import type { Tx } from '../context.ts'
import { noteInvoices } from '../invitations/index.ts'
import { type DocumentMark, markDocuments } from '../invoices/index.ts'

/** Notes on invoices where their PDF stands, and tells the invitations that wait for it. */
export async function tellDocuments(
  tx: Tx,
  input: { invoiceIds: readonly string[]; documentState: DocumentMark },
): Promise<void> {
  await markDocuments(tx, input)
  await noteInvoices(tx, input)
}
