import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'
import { afterCursor, orderOf, type PageOfSort } from './invoice-cursor.ts'
import {
  filterCondition,
  type InvoiceFilter,
  isOpenOf,
  plainCondition,
  stateCondition,
} from './invoice-filter.ts'
import { rowsOf } from './invoice-rows.ts'
import { rowsLike, type SearchPatterns, searchCondition, searchPatterns } from './invoice-search.ts'

type PageInput = PageOfSort & { filter: InvoiceFilter; limit: number }

/** So many that have the words are gathered and sorted. What more have is found soon by going through the list itself. */
const mostCandidates = 100_000

/** So many rows of the list are looked at before the rest of it is looked through by what narrows it. */
const lookedAt = 2_000

/**
 * Which rows a page is taken from. A state and an order have their index. What else narrows the list is asked of its next
 * rows first: what many have is found there. For what few have, its own index gives all of them, and those are sorted.
 */
export async function pageCondition(tx: Tx, input: PageInput): Promise<RawBuilder<SqlBool>> {
  const { filter, sort, limit } = input
  if (hasItsIndex(filter, sort)) return plainCondition(tx, filter)
  const asked: Asked = { plain: await plainCondition(tx, filter), patterns: searchPatterns(filter.search) }
  const near = await pickNear(tx, input, asked)
  if (near.length > limit) return among(near)
  if (!asked.patterns) return among(await pickAll(tx, input, asked))
  const found = await pickLike(tx, input, { ...asked, patterns: asked.patterns })
  return found ? among(found) : filterCondition(tx, filter)
}

/** Nothing narrows the list but what is in the index of its order. */
function hasItsIndex(filter: InvoiceFilter, sort: PageOfSort['sort']): boolean {
  const { state, today: _, dateOf = 'invoiceDate', dateFrom, dateTo, ...others } = filter
  const isWithin = (dateFrom ?? dateTo) === undefined || dateOf === sort
  const isPlain = Object.values(others).every((value) => value === undefined || value === '')
  return isPlain && isWithin && state !== 'archived'
}

type Asked = { plain: RawBuilder<SqlBool>; patterns: SearchPatterns | undefined }

function among(ids: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`id = any(${ids}::text[])`
}

/** The first ones that match among the next rows of the list. */
async function pickNear(tx: Tx, input: PageInput, { plain, patterns }: Asked): Promise<string[]> {
  const condition = stateCondition(input.filter)
  const from = rowsOf({ ...input, isOpen: isOpenOf(input.filter), condition, limit: lookedAt })
  const words = patterns ? sql`and ${searchCondition(patterns)}` : sql``
  const { rows } = await sql<{ id: string }>`
    select id from ${from} as invoices where ${plain} ${words} limit ${input.limit + 1}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** The first ones of all that match: they are found by what narrows them and sorted, never by going through the list. */
async function pickAll(tx: Tx, input: PageInput, { plain }: Asked): Promise<string[]> {
  // `offset 0` keeps PostgreSQL from reading the list in its order, in the hope to meet one soon. By date it may: the
  // indexes of what narrows the list go on with the date.
  const fence = input.sort === 'invoiceDate' ? sql`` : sql`offset 0`
  const { rows } = await sql<{ id: string }>`
    select id from (select * from invoices where ${plain} and ${afterCursor(input)} ${fence}) as invoices
    order by ${orderOf(input)} limit ${input.limit + 1}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** The first ones of those that have the words; undefined when those are too many. */
async function pickLike(
  tx: Tx,
  input: PageInput,
  { plain, patterns }: Asked & { patterns: SearchPatterns },
): Promise<string[] | undefined> {
  const { rows } = await sql<{ count: number; ids: string[] }>`
    with found as materialized (${rowsLike(patterns, mostCandidates + 1)})
    select (select count(*) from found) as count, array(
      select id from found where ${plain} and ${afterCursor(input)}
      order by ${orderOf(input)} limit ${input.limit + 1}
    ) as ids`.execute(tx.db)
  const { count = 0, ids = [] } = rows[0] ?? {}
  return Number(count) > mostCandidates ? undefined : ids
}
