import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type CustomerFilter, filterCondition } from './customer-filter.ts'

/** Customers by id, or all that a filter shows. */
export type CustomerSelection = { ids: readonly string[] } | { filter: CustomerFilter }

export type ListCustomerIdsInput = {
  selection: CustomerSelection
  /** The last id of the page before. */
  after?: string | undefined
  limit: number
}

/**
 * The ids of a selection in a steady order, page by page, for work that takes long. Merged customers are in none, and ids
 * that the creditor does not have are left out.
 */
export function listCustomerIds(ctx: Context | Tx, input: ListCustomerIdsInput): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers')
      .select('id')
      .where(selectionCondition(input.selection))
      .where('id', '>', input.after ?? '')
      .orderBy('id')
      .limit(input.limit)
      .execute()
    return rows.map(({ id }) => id)
  })
}

/** How many customers a selection has. */
export function countCustomers(ctx: Context | Tx, selection: CustomerSelection): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('customers')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(selectionCondition(selection))
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}

/** The condition of a selection over the table `customers`. */
export function selectionCondition(selection: CustomerSelection): RawBuilder<SqlBool> {
  if ('filter' in selection) return filterCondition(selection.filter)
  return sql<SqlBool>`merged_into is null and id = any(${selection.ids}::text[])`
}
