import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { afterCursor, cursorAfter, orderOf, type PageOfSort } from './invoice-cursor.ts'
import { filterCondition, type InvoiceFilter, isOpenOf, plainCondition } from './invoice-filter.ts'
import { type ListedInvoice, readInvoices, rowsOf } from './invoice-rows.ts'
import { idsLike, type SearchPatterns, searchCondition, searchPatterns } from './invoice-search.ts'

export type ListInvoicesInput = PageOfSort & { filter: InvoiceFilter; limit: number }

/** A page of invoices by key, never by offset: the page after a million costs what the first one does. */
export function listInvoices(
  ctx: Context | Tx,
  input: ListInvoicesInput,
): Promise<{ items: ListedInvoice[]; nextCursor: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await readInvoices(tx, {
      ...input,
      isOpen: isOpenOf(input.filter),
      condition: await pageCondition(tx, input),
      // One more than the page has.
      limit: input.limit + 1,
    })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      items: page.map(({ sortKey: _, ...row }) => row),
      nextCursor: rows.length > input.limit && last ? cursorAfter(last) : null,
    }
  })
}

/** More than this are not gathered: what so many have is found soon by going through the list itself. */
export const mostCandidates = 10_000

/** So many rows of the list are looked at before the candidates are gathered. */
const lookedAt = 2_000

/**
 * Which rows the page is taken from. Common words fill it with the first rows of the list; for rarer ones their index gives
 * all that can match, and those are sorted. Only what many have, and none of the first, is looked for row by row.
 */
async function pageCondition(tx: Tx, input: ListInvoicesInput): Promise<RawBuilder<SqlBool>> {
  const patterns = searchPatterns(input.filter.search)
  if (!patterns) return plainCondition(tx, input.filter)
  const plain = await plainCondition(tx, input.filter)
  const near = await pickNear(tx, input, { plain, patterns })
  const ids = near.length > input.limit ? near : await pickAmong(tx, input, { plain, patterns })
  return ids ? sql<SqlBool>`id = any(${ids}::text[])` : filterCondition(tx, input.filter)
}

type Asked = { plain: RawBuilder<SqlBool>; patterns: SearchPatterns }

/** The first ones that match among the next rows of the list. */
async function pickNear(tx: Tx, input: ListInvoicesInput, { plain, patterns }: Asked): Promise<string[]> {
  const from = rowsOf({ ...input, isOpen: isOpenOf(input.filter), condition: plain, limit: lookedAt })
  const { rows } = await sql<{ id: string }>`
    select id from ${from} as invoices where ${searchCondition(patterns)} limit ${input.limit + 1}`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

/** The first ones of the candidates; undefined when those are too many. */
async function pickAmong(
  tx: Tx,
  input: ListInvoicesInput,
  { plain, patterns }: Asked,
): Promise<string[] | undefined> {
  const { rows } = await sql<{ count: number; ids: string[] }>`
    with found as materialized (${idsLike(patterns, mostCandidates + 1)}),
      counted as materialized (select count(*) as count from found)
    select (select count from counted) as count, array(
      select id from invoices
      where (select count from counted) <= ${mostCandidates}
        and id in (select id from found) and ${plain} and ${afterCursor(input)}
      order by ${orderOf(input)} limit ${input.limit + 1}
    ) as ids`.execute(tx.db)
  const { count = 0, ids = [] } = rows[0] ?? {}
  return Number(count) > mostCandidates ? undefined : ids
}
