import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'

/**
 * Every id that stands for the same customer as this one: the survivor's and those of all that were merged into it. Empty
 * when there is no such customer.
 */
export function listIdsOfCustomer(ctx: Context | Tx, customerId: string): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with survivor as (select coalesce(merged_into, id) as id from customers where id = ${customerId})
      select id from survivor
      union all select customers.id from customers join survivor on customers.merged_into = survivor.id`.execute(
      tx.db,
    )
    return rows.map(({ id }) => id)
  })
}
