import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { InvalidInputError } from '../errors.ts'

/** Each sort is a stored column with an index, so that a page costs the same at any depth, row-level security included. */
const sorts = {
  name: { column: sql`sort_name`, type: sql`text` },
  number: { column: sql`number`, type: sql`text` },
  city: { column: sql`sort_city`, type: sql`text` },
  createdAt: { column: sql`created_at`, type: sql`timestamptz` },
} as const
export type CustomerSort = keyof typeof sorts

/** Which page, of which order. */
export type PageOfSort = {
  sort: CustomerSort
  order: 'asc' | 'desc'
  /** What the page before gave as `nextCursor`. */
  cursor?: string | undefined
}

/** `sort_name asc, id asc` */
export function orderOf({ sort, order }: PageOfSort): RawBuilder<unknown> {
  const direction = order === 'asc' ? sql`asc` : sql`desc`
  return sql`${sorts[sort].column} ${direction}, id ${direction}`
}

/** The key of a row, as the cursor holds it: microseconds of UTC, where a Date would keep too little to tell two apart. */
export function sortKeyOf({ sort }: PageOfSort): RawBuilder<string> {
  if (sort !== 'createdAt') return sql<string>`${sorts[sort].column}`
  return sql<string>`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** The condition "comes after the cursor". Throws InvalidInputError for a cursor that is none of ours. */
export function afterCursor({ cursor, sort, order }: PageOfSort): RawBuilder<SqlBool> {
  if (!cursor) return sql<SqlBool>`true`
  const parts = decode(cursor)
  if (!parts || (sort === 'createdAt' && !isInstant(parts[0]))) {
    const fields = [{ path: 'cursor', message: 'unreadable' }]
    throw new InvalidInputError('The cursor is not one that Vorder gave out', fields)
  }
  const [key, id] = parts
  const comparison = order === 'asc' ? sql`>` : sql`<`
  return sql<SqlBool>`(${sorts[sort].column}, id) ${comparison} (${key}::${sorts[sort].type}, ${id})`
}

/** The cursor of the page after this row. */
export function cursorAfter({ sortKey, id }: { sortKey: string; id: string }): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url')
}

/** JavaScript takes 30 February for 2 March; PostgreSQL does not take it. */
function isInstant(key: string): boolean {
  const at = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) ? Date.parse(key) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 19) === key.slice(0, 19)
}

function decode(cursor: string): [string, string] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isPair(parts) ? parts : undefined
  } catch {
    return undefined
  }
}

function isPair(parts: unknown): parts is [string, string] {
  if (!Array.isArray(parts) || parts.length !== 2) return false
  return parts.every((part) => typeof part === 'string' && !part.includes('\u0000') && part.isWellFormed())
}
