import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { countInvoicesOf } from './balances.ts'
import { customerName } from './customer.ts'
import { idsOfCustomers, lockCustomer } from './customer-table.ts'

/**
 * Removes a customer that has no invoices, with the customers that were merged into it. Throws NotFoundError, ConflictError
 * `has_invoices`: the law wants invoices kept, with whom they are for; such a customer can be anonymised instead.
 */
export function deleteCustomer(ctx: Context | Tx, customerId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const customer = await lockCustomer(tx, customerId)
    if ((await countInvoicesOf(tx, customer.id)) > 0)
      throw new ConflictError('This customer has invoices, which the law wants kept', 'has_invoices')
    const own = idsOfCustomers([customer.id])
    await sql`delete from customer_merges where survivor_id in ${own} or merged_id in ${own}`.execute(tx.db)
    await tx.db.deleteFrom('customers').where('mergedInto', '=', customer.id).execute()
    await tx.db.deleteFrom('customers').where('id', '=', customer.id).execute()
    await recordActivity(tx, {
      subjectKind: 'customer',
      subjectId: customer.id,
      kind: 'customer.deleted',
      data: { name: customerName(customer), number: customer.number },
    })
  })
}
