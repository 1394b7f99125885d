import { recordActivities } from '../activities/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { listKnownCustomers } from './list-known-customers.ts'
import { upsertCustomers } from './upsert-customers.ts'

/**
 * Brings customers to what the CRM says now, the whole record (promises A14, A15). Records that are no customers here
 * stay unknown: an edit in the CRM creates nobody. At most 100 references. One that the CRM no longer has stays a
 * customer and is marked (A17). Throws SourceUnavailableError when the CRM cannot be asked.
 */
export async function refreshCustomers(
  ctx: Context,
  input: { connectionId: string; source: CrmSource; refs: readonly CrmCustomerRef[] },
): Promise<void> {
  const { connectionId, source, refs } = input
  const known = await listKnownCustomers(ctx, { connectionId, refs })
  if (known.length === 0) return
  const page = await source.listCustomers(known)
  const answered = new Set([...page.items, ...page.unreadable].map((item) => item.externalId))
  const gone = known
    .filter((customer) => !answered.has(customer.externalId))
    .map((customer) => customer.customerId)
  await inTransaction(ctx, async (tx) => {
    await upsertCustomers(tx, { connectionId, customers: page.items })
    if (gone.length === 0) return
    const marked = await tx.db
      .updateTable('customers')
      .set({ goneCause: 'not_found_in_crm', updatedAt: tx.now() })
      .where('id', 'in', gone)
      .where('goneCause', 'is distinct from', 'not_found_in_crm')
      .returning('id')
      .execute()
    await recordActivities(
      tx,
      marked.map(
        ({ id }) =>
          ({
            subjectKind: 'customer',
            subjectId: id,
            kind: 'customer.goneInCrm',
            cause: 'not_found_in_crm',
          }) as const,
      ),
    )
  })
}
