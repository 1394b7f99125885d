import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Customer, customerColumns } from './customer.ts'
import { type CustomerSelection, selectionCondition } from './list-customer-ids.ts'

/** Where a customer stands in the order of names. */
export type CustomerPlace = { sortName: string; id: string }

/** Whole customers of a selection by name, page by page, for work that takes long. `after` is the last of the page before. */
export function pageCustomers(
  ctx: Context | Tx,
  input: { selection: CustomerSelection; after: CustomerPlace | undefined; limit: number },
): Promise<(Customer & CustomerPlace)[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('customers')
      .select([...customerColumns, 'sortName'])
      .where(selectionCondition(input.selection))
      .orderBy('sortName')
      .orderBy('id')
      .limit(input.limit)
    if (input.after) {
      const { sortName, id } = input.after
      query = query.where(sql<boolean>`(sort_name, id) > (${sortName}, ${id})`)
    }
    return (await query.execute()) as unknown as (Customer & CustomerPlace)[]
  })
}
