import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { hasOpenInvoices } from '../customers/index.ts'
import { searchCondition, searchPatterns } from './customer-search.ts'

/** What a list of customers shows; customers that were merged into another one are in none. */
export type CustomerFilter = {
  search?: string | undefined
  kind?: 'company' | 'person' | undefined
  isLinked?: boolean | undefined
  /** Only those whose record in the CRM is gone or deactivated. */
  isGone?: boolean | undefined
  isWithoutEmail?: boolean | undefined
  /** `none`: those without a profile of their own. */
  profileId?: string | undefined
  language?: string | undefined
  hasOpen?: boolean | undefined
}

/** The condition of a filter over the table `customers`. */
export function filterCondition(filter: CustomerFilter): RawBuilder<SqlBool> {
  return allOf([plainCondition(filter), dearCondition(filter)])
}

/** The part of a filter that is dear to ask of every row: words and invoices; over `id`, `creditor_id` and `search_text`. */
export function dearCondition(filter: CustomerFilter): RawBuilder<SqlBool> {
  const patterns = searchPatterns(filter.search)
  const open = filter.hasOpen ? [hasOpenInvoices] : []
  return allOf([sql`true`, ...open, ...(patterns ? [searchCondition(patterns)] : [])])
}

/** The other part; written as the indexes for rare ones are. */
export function plainCondition(filter: CustomerFilter): RawBuilder<SqlBool> {
  const parts: RawBuilder<unknown>[] = [sql`merged_into is null`]
  if (filter.kind) parts.push(sql`kind = ${filter.kind}`)
  if (filter.isLinked !== undefined)
    parts.push(filter.isLinked ? sql`external_id is not null` : sql`external_id is null`)
  if (filter.isGone) parts.push(sql`gone_cause is not null`)
  if (filter.isWithoutEmail) parts.push(sql`(email is null or email = '')`)
  if (filter.profileId === 'none') parts.push(sql`profile_id is null`)
  else if (filter.profileId) parts.push(sql`profile_id = ${filter.profileId}`)
  if (filter.language) parts.push(sql`language = ${filter.language}`)
  return allOf(parts)
}

function allOf(parts: readonly RawBuilder<unknown>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}
