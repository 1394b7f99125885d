import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Every group must be found: one of its patterns (of LIKE) is enough. */
export type SearchPatterns = string[][]

const mostWords = 8

/**
 * How a search term is looked for: each word anywhere in number, name, e-mail, CC, VAT number, enterprise number or city. A
 * word of one or two letters only where a word begins. A VAT number is found however it is typed: with or without country,
 * spaces, dots and its leading zero. Undefined when there is nothing to look for.
 */
export function searchPatterns(term: string | undefined): SearchPatterns | undefined {
  const words = (term ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.length === 0) return undefined
  const digits = /^(?:[a-z]{2})?0*(\d{7,})$/i.exec(words.join('').replace(/[.\-/]/g, ''))?.[1]
  if (digits !== undefined) return [[anywhere(words.join(' ')), anywhere(digits)]]
  return words.map((word) => (word.length > 2 ? [anywhere(word)] : atWordStart(word)))
}

/** The condition over the table `customers`, for rows that are read anyway. */
export function searchCondition(patterns: SearchPatterns): RawBuilder<SqlBool> {
  const groups = patterns.map((group) => {
    const likes = group.map((pattern) => sql`search_text like lower(${pattern})`)
    return sql`(${sql.join(likes, sql` or `)})`
  })
  return sql<SqlBool>`${sql.join(groups, sql` and `)}`
}

/** A query for the ids that the index of words finds, as many as are asked for. */
export function idsLike(patterns: SearchPatterns, atMost: number): RawBuilder<unknown> {
  return sql`select id from customers_like(${JSON.stringify(patterns)}::jsonb, ${atMost}) as id`
}

function anywhere(text: string): string {
  return `%${escapeLike(text)}%`
}

function atWordStart(word: string): string[] {
  return [`${escapeLike(word)}%`, `% ${escapeLike(word)}%`]
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
