import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { hasOpenInvoices } from './customer-balances.ts'

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
  const parts: RawBuilder<unknown>[] = [sql`merged_into is null`]
  if (filter.kind) parts.push(sql`kind = ${filter.kind}`)
  if (filter.isLinked !== undefined)
    parts.push(filter.isLinked ? sql`external_id is not null` : sql`external_id is null`)
  if (filter.isGone) parts.push(sql`gone_cause is not null`)
  if (filter.isWithoutEmail) parts.push(sql`coalesce(email, '') = ''`)
  if (filter.profileId === 'none') parts.push(sql`profile_id is null`)
  else if (filter.profileId) parts.push(sql`profile_id = ${filter.profileId}`)
  if (filter.language) parts.push(sql`language = ${filter.language}`)
  if (filter.hasOpen) parts.push(hasOpenInvoices)
  if (filter.search) parts.push(searchCondition(filter.search))
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function searchCondition(search: string): RawBuilder<SqlBool> {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return sql<SqlBool>`true`
  const likes = words.map((word) => sql`search_text like lower(${`%${escapeLike(word)}%`})`)
  return sql<SqlBool>`${sql.join(likes, sql` and `)}`
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
