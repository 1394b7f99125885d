import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Money } from '../values/index.ts'
import { countInvoicesOf, openAmountsOf } from './balances.ts'
import { type Customer, customerName } from './customer.ts'
import { getCustomer } from './get-customer.ts'
import { profileName } from './profile-name.ts'

/** A merge that is not undone: which customer came in, and whether this is the one that can be undone (the latest). */
export type CustomerMerge = {
  id: string
  customerId: string
  number: string
  name: string
  mergedAt: Date
  canUndo: boolean
}

/** A customer with all that its page shows. */
export type CustomerDetails = Customer & {
  profileName: string | null
  open: Money[]
  invoiceCount: number
  merges: CustomerMerge[]
}

/** The customer that this id stands for, with what it owes and what was merged into it. Throws NotFoundError. */
export function getCustomerDetails(ctx: Context | Tx, customerId: string): Promise<CustomerDetails> {
  return inTransaction(ctx, async (tx) => {
    const customer = await getCustomer(tx, customerId)
    const profile = await tx.db
      .selectFrom('customers')
      .select(profileName)
      .where('id', '=', customer.id)
      .executeTakeFirstOrThrow()
    const open = await openAmountsOf(tx, [customer.id])
    return {
      ...customer,
      profileName: profile.profileName,
      open: open.get(customer.id) ?? [],
      invoiceCount: await countInvoicesOf(tx, customer.id),
      merges: await listMerges(tx, customer.id),
    }
  })
}

async function listMerges(tx: Tx, survivorId: string): Promise<CustomerMerge[]> {
  const rows = await tx.db
    .selectFrom('customerMerges')
    .innerJoin('customers', 'customers.id', 'customerMerges.mergedId')
    .select([
      'customerMerges.id',
      'customerMerges.mergedAt',
      'customers.id as customerId',
      'customers.number',
      'customers.companyName',
      'customers.firstName',
      'customers.lastName',
    ])
    .where('survivorId', '=', survivorId)
    .where('undoneAt', 'is', null)
    .orderBy('mergedAt', 'desc')
    .orderBy('customerMerges.id', 'desc')
    .execute()
  return rows.map((row, index) => ({
    id: row.id,
    customerId: row.customerId,
    number: row.number,
    name: customerName(row),
    mergedAt: row.mergedAt,
    canUndo: index === 0,
  }))
}
