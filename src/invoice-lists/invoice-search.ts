import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Every group must be found: one of its patterns (of LIKE) is enough. */
export type SearchPatterns = string[][]

const mostWords = 8

/**
 * How a search term is looked for: each word anywhere in number, customer's name, payment reference or purchase order. A
 * word of one or two letters only where a word begins. A number is found with and without blanks, a payment reference
 * however it is typed. Undefined when there is nothing to look for.
 */
export function searchPatterns(term: string | undefined): SearchPatterns | undefined {
  const words = (term ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.length === 0) return undefined
  const compact = words.join('')
  if (/^[\d/.\-+*_]*\d[\d/.\-+*_]*$/.test(compact) && compact.length > 2) return [asNumber(words, compact)]
  // Signs alone are in no index; beside words they say nothing.
  const telling = words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  return (telling.length > 0 ? telling : words).map((word) =>
    word.length > 2 || telling.length === 0 ? [anywhere(word)] : atWordStart(word),
  )
}

/** The condition over the table `invoices`, for rows that are read anyway. */
export function searchCondition(patterns: SearchPatterns): RawBuilder<SqlBool> {
  const groups = patterns.map((group) => {
    const likes = group.map((pattern) => sql`search_text like lower(${pattern})`)
    return sql`(${sql.join(likes, sql` or `)})`
  })
  return sql<SqlBool>`${sql.join(groups, sql` and `)}`
}

/** A query for the ids that the index of words finds, as many as are asked for. */
export function idsLike(patterns: SearchPatterns, atMost: number): RawBuilder<unknown> {
  return sql`select id from invoices_like(${JSON.stringify(patterns)}::jsonb, ${atMost}) as id`
}

/** The same as rows, with every column that the list can be narrowed or ordered by. */
export function rowsLike(patterns: SearchPatterns, atMost: number): RawBuilder<unknown> {
  return sql`select * from invoices_like_rows(${JSON.stringify(patterns)}::jsonb, ${atMost})`
}

/** `2026 / 12` as it is typed and as `2026/12`; `+++090/9337/55493+++` also as its digits. */
function asNumber(words: readonly string[], compact: string): string[] {
  const digits = compact.replace(/\D/g, '')
  const forms = [words.join(' '), compact, ...(digits.length > 6 ? [digits] : [])]
  return [...new Set(forms)].map(anywhere)
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
