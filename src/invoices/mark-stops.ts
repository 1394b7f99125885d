import type { Tx } from '../context.ts'
import type { Invoice } from './invoice.ts'

/** Notes on an invoice what stops its reminders, for decisions and lists. */
export async function markStops(
  tx: Tx,
  input: { invoiceId: string; stops: Pick<Invoice, 'isOnHold' | 'isDisputed' | 'promisedFor'> },
): Promise<void> {
  await tx.db.updateTable('invoices').set(input.stops).where('id', '=', input.invoiceId).execute()
}
