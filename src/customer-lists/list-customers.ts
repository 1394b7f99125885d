import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Customer, customerColumns, openAmountsOf, profileName } from '../customers/index.ts'
import type { Money } from '../values/index.ts'
import { type Candidates, candidatesOf, mostCandidates } from './customer-candidates.ts'
import { afterCursor, cursorAfter, orderOf, type PageOfSort, sortKeyOf } from './customer-cursor.ts'
import { type CustomerFilter, dearCondition, filterCondition, plainCondition } from './customer-filter.ts'

export type ListCustomersInput = PageOfSort & { filter: CustomerFilter; limit: number }

/** A row of the overview: the customer, its own profile's name, and what it owes. */
export type ListedCustomer = Customer & { profileName: string | null; open: Money[] }

/** A page of customers by key, never by offset: the page after a hundred thousand costs what the first one does. */
export function listCustomers(
  ctx: Context | Tx,
  input: ListCustomersInput,
): Promise<{ items: ListedCustomer[]; nextCursor: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await readRows(tx, input, await pageCondition(tx, input))
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

/**
 * Which rows the page is taken from. Common words fill it with the first rows of the list; for rarer ones their index gives
 * all that can match, and those are sorted. Only what many have, and none of the first, is looked for row by row.
 */
async function pageCondition(tx: Tx, input: ListCustomersInput): Promise<RawBuilder<SqlBool>> {
  const candidates = candidatesOf(input.filter)
  if (!candidates) return filterCondition(input.filter)
  const near = await pickNear(tx, input)
  const ids = near.length > input.limit ? near : await pickAmong(tx, input, candidates)
  return ids ? sql<SqlBool>`id = any(${ids}::text[])` : filterCondition(input.filter)
}

/** So many rows of the list are looked at before the candidates are gathered. */
const lookedAt = 2_000

/** The first ones that match among the next rows of the list. */
async function pickNear(tx: Tx, input: ListCustomersInput): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, creditor_id, search_text from customers
      where ${plainCondition(input.filter)} and ${afterCursor(input)}
      order by ${orderOf(input)} limit ${lookedAt}
    ) as customers
    where ${dearCondition(input.filter)} limit ${input.limit + 1}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** The first ones of the candidates; undefined when those are too many. */
async function pickAmong(
  tx: Tx,
  input: ListCustomersInput,
  candidates: Candidates,
): Promise<string[] | undefined> {
  const { rows } = await sql<{ count: number; ids: string[] }>`
    with found as materialized (${candidates.ids})
    select (select count(*) from found) as count, array(
      select id from customers
      where id in (select id from found) and ${filterCondition(candidates.rest)} and ${afterCursor(input)}
      order by ${orderOf(input)} limit ${input.limit + 1}
    ) as ids`.execute(tx.db)
  const { count = 0, ids = [] } = rows[0] ?? {}
  return Number(count) > mostCandidates ? undefined : ids
}

type Row = Customer & { sortKey: string; profileName: string | null }

/** One row more than the page has. */
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
