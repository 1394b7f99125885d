import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Customer, customerColumns } from './customer.ts'

/** A customer by our id. Throws NotFoundError. */
export function getCustomer(ctx: Context | Tx, customerId: string): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('customers')
      .select([...customerColumns])
      .where('id', '=', customerId)
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such customer')
    return row as unknown as Customer
  })
}
