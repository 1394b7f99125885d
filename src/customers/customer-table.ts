import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Customer, type CustomerFacts, customerColumns, kindOf } from './customer.ts'

/** The row of this id itself, merged or not. */
export async function findCustomerRow(tx: Tx, customerId: string): Promise<Customer | undefined> {
  const row = await tx.db
    .selectFrom('customers')
    .select([...customerColumns])
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row as unknown as Customer | undefined
}

/** The rows of these ids themselves, locked in the order of their ids, so that two who lock the same never wait in a ring. */
export async function lockCustomerRows(tx: Tx, customerIds: readonly string[]): Promise<Customer[]> {
  const rows = await tx.db
    .selectFrom('customers')
    .select([...customerColumns])
    .where('id', 'in', customerIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as unknown as Customer[]
}

/** The customer that this id stands for, which is the survivor when it was merged, locked. Throws NotFoundError. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<Customer> {
  const [row] = await lockCustomerRows(tx, [customerId])
  if (!row) throw new NotFoundError('There is no such customer')
  return row.mergedInto === null ? row : lockCustomer(tx, row.mergedInto)
}

/** What a verb changes of a customer; facts given are written, the others stay. */
export type CustomerChange = Partial<CustomerFacts> &
  Partial<
    Pick<
      Customer,
      'number' | 'profileId' | 'pinnedFields' | 'crmFacts' | 'mergedInto' | 'anonymisedAt' | 'detailsReadAt'
    >
  > & { editedByHandAt?: Date }

/** Writes a change to a row that is locked, and gives the row as it is then. */
export async function writeCustomer(tx: Tx, customer: Customer, change: CustomerChange): Promise<Customer> {
  const { crmFacts, ...columns } = change
  const after = { ...customer, ...change }
  const row = await tx.db
    .updateTable('customers')
    .set({
      ...columns,
      ...(crmFacts !== undefined && { crmFacts: crmFacts && JSON.stringify(crmFacts) }),
      kind: kindOf(after),
      updatedAt: tx.now(),
    })
    .where('id', '=', customer.id)
    .returning([...customerColumns])
    .executeTakeFirstOrThrow()
  return row as unknown as Customer
}

/** Every row that counts as this customer: itself and those that were merged into it. */
export function idsOfCustomers(customerIds: readonly string[]) {
  return sql<string>`(
    select id from customers where id = any(${customerIds}::text[])
    union all select id from customers where merged_into = any(${customerIds}::text[]))`
}
