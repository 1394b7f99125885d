import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import type { Customer } from './customer.ts'
import { findCustomerRow } from './customer-table.ts'

/** The customer that this id stands for: the survivor, when it was merged into another one. Throws NotFoundError. */
export function getCustomer(ctx: Context | Tx, customerId: string): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    const customer = await findCustomerRow(tx, customerId)
    if (!customer) throw new NotFoundError('There is no such customer')
    return customer.mergedInto === null ? customer : getCustomer(tx, customer.mergedInto)
  })
}
