import { recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'

/** Archives invoices that left the CRM, with the cause; they stay readable. One that is archived already stays as it is. */
export async function archiveInvoices(
  tx: Tx,
  input: { invoiceIds: readonly string[]; cause: 'deleted_in_crm' },
): Promise<void> {
  if (input.invoiceIds.length === 0) return
  const archived = await tx.db
    .updateTable('invoices')
    .set({ state: 'archived', stateCause: input.cause, updatedAt: tx.now() })
    .where('id', 'in', [...input.invoiceIds])
    .where('state', '<>', 'archived')
    .returning(['id', 'number'])
    .execute()
  await recordActivities(
    tx,
    archived.map(
      ({ id, number }) =>
        ({
          subjectKind: 'invoice',
          subjectId: id,
          kind: 'invoice.archived',
          cause: input.cause,
          data: { number },
        }) as const,
    ),
  )
}
