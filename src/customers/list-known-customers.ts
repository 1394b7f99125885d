import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { customerName } from './customer.ts'

/** A customer that stands for a CRM record. */
export type KnownCustomer = CrmCustomerRef & { customerId: string; name: string; profileId: string | null }

/** Which of these CRM records already are customers of this connection (promise A1: found by CRM id first). */
export function listKnownCustomers(
  ctx: Context | Tx,
  input: { connectionId: string; refs: readonly CrmCustomerRef[] },
): Promise<KnownCustomer[]> {
  if (input.refs.length === 0) return Promise.resolve([])
  const wanted = new Set(input.refs.map((ref) => `${ref.type}:${ref.externalId}`))
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers')
      .select(['id', 'externalType', 'externalId', 'profileId', 'companyName', 'firstName', 'lastName'])
      .where('connectionId', '=', input.connectionId)
      .where(
        'externalId',
        'in',
        input.refs.map((ref) => ref.externalId),
      )
      .execute()
    return rows
      .filter((row) => wanted.has(`${row.externalType}:${row.externalId}`))
      .map((row) => ({
        type: row.externalType as CrmCustomerRef['type'],
        externalId: String(row.externalId),
        customerId: row.id,
        name: customerName(row),
        profileId: row.profileId,
      }))
  })
}
