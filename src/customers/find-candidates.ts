import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'
import { findIdsWithOpen } from './customer-balances.ts'
import { type CustomerFilter, dearCondition, filterCondition, plainCondition } from './customer-filter.ts'
import { findIds, searchPatterns } from './customer-search.ts'

/** More than this are not gathered: what so many have is found soon by going through the list itself. */
const mostCandidates = 10_000

/** Words and open invoices are too dear to ask of every row: it is worth while to gather who has them. */
export function needsCandidates(filter: CustomerFilter): boolean {
  return filter.hasOpen === true || searchPatterns(filter.search) !== undefined
}

/** So many rows of the list are looked at before those that can match are gathered. */
export const lookedAt = 3_000

/** One of twenty has it: going through the list finds enough of them sooner than gathering. */
export async function isCommon(tx: Tx, filter: CustomerFilter): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select id, creditor_id, search_text from customers
      where ${plainCondition(filter)} order by sort_name, id limit ${lookedAt}
    ) as customers
    where ${dearCondition(filter)}`.execute(tx.db)
  return Number(rows[0]?.count ?? 0) > lookedAt / 20
}

/**
 * The condition of a filter, narrowed to the few customers that can fulfil it where they are few; over the table
 * `customers`.
 */
export async function candidateCondition(tx: Tx, filter: CustomerFilter): Promise<RawBuilder<SqlBool>> {
  const patterns = searchPatterns(filter.search)
  const found = patterns && (await findIds(tx, patterns, mostCandidates))
  if (found) return among(found, { ...filter, search: undefined })
  const owing = filter.hasOpen ? await findIdsWithOpen(tx, mostCandidates) : undefined
  return owing ? among(owing, { ...filter, hasOpen: undefined }) : filterCondition(filter)
}

/** The condition "is one of these" over the table `customers`. */
export function isAmong(ids: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`id = any(${ids}::text[])`
}

function among(ids: readonly string[], rest: CustomerFilter): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isAmong(ids)} and ${filterCondition(rest)})`
}
