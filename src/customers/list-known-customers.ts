import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { customerName } from './customer.ts'

/** A customer that stands for a CRM record: the survivor, where the record's own customer was merged into another one. */
export type KnownCustomer = CrmCustomerRef & {
  customerId: string
  name: string
  profileId: string | null
  /** The row that carries the link; another one than `customerId` once it was merged. */
  ownId: string
}

/** Which of these CRM records already are customers of this connection (promise A1: found by CRM id first). */
export function listKnownCustomers(
  ctx: Context | Tx,
  input: { connectionId: string; refs: readonly CrmCustomerRef[] },
): Promise<KnownCustomer[]> {
  if (input.refs.length === 0) return Promise.resolve([])
  const wanted = new Set(input.refs.map((ref) => `${ref.type}:${ref.externalId}`))
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers as own')
      // Merges make no chains: whatever a customer was merged into stands for itself.
      .innerJoin('customers as customer', (join) =>
        join.on((eb) => eb('customer.id', '=', eb.fn.coalesce('own.mergedInto', 'own.id'))),
      )
      .select([
        'own.id as ownId',
        'own.externalType',
        'own.externalId',
        'customer.id as customerId',
        'customer.profileId',
        'customer.companyName',
        'customer.firstName',
        'customer.lastName',
      ])
      .where('own.connectionId', '=', input.connectionId)
      .where(
        'own.externalId',
        'in',
        input.refs.map((ref) => ref.externalId),
      )
      .execute()
    return rows
      .filter((row) => wanted.has(`${row.externalType}:${row.externalId}`))
      .map((row) => ({
        type: row.externalType as CrmCustomerRef['type'],
        externalId: String(row.externalId),
        customerId: row.customerId,
        name: customerName(row),
        profileId: row.profileId,
        ownId: row.ownId,
      }))
  })
}
