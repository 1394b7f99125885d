import type { Tx } from '../context.ts'
import type { Invoice } from './invoice.ts'

/** Notes on invoices what stops their reminders, for decisions and lists; what is absent stays. */
export async function markStops(
  tx: Tx,
  input: {
    invoiceIds: readonly string[]
    stops: Partial<Pick<Invoice, 'isOnHold' | 'isDisputed' | 'promisedFor'>>
  },
): Promise<void> {
  await tx.db
    .updateTable('invoices')
    .set(input.stops)
    .where('id', 'in', [...input.invoiceIds])
    .execute()
}
