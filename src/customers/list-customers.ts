import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Money } from '../values/index.ts'
import { type Customer, customerColumns } from './customer.ts'
import { openAmountsOf } from './customer-balances.ts'
import { afterCursor, cursorAfter, orderOf, type PageOfSort, sortKeyOf } from './customer-cursor.ts'
import { type CustomerFilter, dearCondition, filterCondition, plainCondition } from './customer-filter.ts'
import { candidateCondition, isAmong, lookedAt, needsCandidates } from './find-candidates.ts'

export type ListCustomersInput = PageOfSort & { filter: CustomerFilter; limit: number }

/** A row of the overview: the customer, its own profile's name, and what it owes. */
export type ListedCustomer = Customer & { profileName: string | null; open: Money[] }

/** A page of customers by key, never by offset: the page after a hundred thousand costs what the first one does. */
export function listCustomers(
  ctx: Context | Tx,
  input: ListCustomersInput,
): Promise<{ items: ListedCustomer[]; nextCursor: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await readPage(tx, input)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    const open = await openAmountsOf(
      tx,
      page.map(({ id }) => id),
    )
    const items = page.map(({ sortKey: _, ...row }) => ({ ...row, open: open.get(row.id) ?? [] }))
    return { items, nextCursor: rows.length > input.limit && last ? cursorAfter(last) : null }
  })
}

/** The name of the customer's own profile, beside a row of `customers`. */
export const profileName = sql<string | null>`(
  select profiles.name from profiles
  where profiles.creditor_id = customers.creditor_id and profiles.id = customers.profile_id)`.as(
  'profileName',
)

type Row = Customer & { sortKey: string; profileName: string | null }

/**
 * One row more than the page has. Common words fill it with the first rows of the list; for rare ones the index of words
 * gives all that have them, and those are sorted. Neither reads everything.
 */
async function readPage(tx: Tx, input: ListCustomersInput): Promise<Row[]> {
  const { filter, limit } = input
  if (!needsCandidates(filter)) return readRows(tx, input, filterCondition(filter))
  const near = await lookNear(tx, input)
  const isFilled = near.ids.length > limit || near.isAll
  return readRows(tx, input, isFilled ? isAmong(near.ids) : await candidateCondition(tx, filter))
}

type Near = { ids: string[]; isAll: boolean }

/** Which of the next rows of the list match, and whether these rows are all that come after the cursor. */
async function lookNear(tx: Tx, input: ListCustomersInput): Promise<Near> {
  const { rows } = await sql<{ ids: string[]; count: number }>`
    with near as materialized (
      select id, creditor_id, search_text, row_number() over (order by ${orderOf(input)}) as position from customers
      where ${plainCondition(input.filter)} and ${afterCursor(input)}
      order by ${orderOf(input)} limit ${lookedAt}
    )
    select (select count(*) from near) as count, array(
      select id from near as customers where ${dearCondition(input.filter)} order by position limit ${input.limit + 1}
    ) as ids`.execute(tx.db)
  const { ids = [], count = 0 } = rows[0] ?? {}
  return { ids, isAll: Number(count) < lookedAt }
}

async function readRows(tx: Tx, input: ListCustomersInput, condition: RawBuilder<SqlBool>): Promise<Row[]> {
  const rows = await tx.db
    .selectFrom('customers')
    .select([...customerColumns])
    .select(sortKeyOf(input).as('sortKey'))
    .select(profileName)
    .where(condition)
    .where(afterCursor(input))
    .orderBy(orderOf(input))
    .limit(input.limit + 1)
    .execute()
  return rows as unknown as Row[]
}
