import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { InvalidInputError } from '../errors.ts'
import { isCalendarDay } from '../values/index.ts'

/** Each sort is a stored column with an index, so that a page costs the same at any depth, row-level security included. */
const sorts = {
  invoiceDate: { column: sql`sort_date`, type: sql`date` },
  dueDate: { column: sql`sort_due`, type: sql`date` },
  number: { column: sql`sort_number`, type: sql`text` },
  customer: { column: sql`sort_customer`, type: sql`text` },
  openAmount: { column: sql`open_cents`, type: sql`bigint` },
} as const
export const invoiceSorts = ['invoiceDate', 'dueDate', 'number', 'customer', 'openAmount'] as const
export type InvoiceSort = (typeof invoiceSorts)[number]

/** Which page, of which order. */
export type PageOfSort = {
  sort: InvoiceSort
  order: 'asc' | 'desc'
  /** What the page before gave as `nextCursor`. */
  cursor?: string | undefined
}

/** `sort_date desc, id desc` */
export function orderOf({ sort, order }: PageOfSort): RawBuilder<unknown> {
  const direction = order === 'asc' ? sql`asc` : sql`desc`
  return sql`${sorts[sort].column} ${direction}, id ${direction}`
}

/** The key of a row, as the cursor holds it. */
export function sortKeyOf({ sort }: PageOfSort): RawBuilder<string> {
  return sql<string>`${sorts[sort].column}::text`
}

/** The condition "comes after the cursor". Throws InvalidInputError for a cursor that is none of ours, or of another sort. */
export function afterCursor({ cursor, sort, order }: PageOfSort): RawBuilder<SqlBool> {
  if (!cursor) return sql<SqlBool>`true`
  const parts = decode(cursor)
  if (!parts || !isKeyOf(sort, parts[0])) {
    const fields = [{ path: 'cursor', message: 'unreadable' }]
    throw new InvalidInputError('The cursor is not one that Vorder gave out', fields)
  }
  const [key, id] = parts
  const { column, type } = sorts[sort]
  const comparison = order === 'asc' ? sql`>` : sql`<`
  return sql<SqlBool>`(${column}, id) ${comparison} (${key}::${type}, ${id})`
}

/** The cursor of the page after this row. */
export function cursorAfter({ sortKey, id }: { sortKey: string; id: string }): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url')
}

/** A cursor of another sort, or a made-up one, must not reach the database as a value that it cannot read. */
function isKeyOf(sort: InvoiceSort, key: string): boolean {
  if (sort === 'openAmount') return /^-?\d{1,18}$/.test(key)
  if (sort === 'number' || sort === 'customer') return true
  return /^(?!0000)\d{4}-/.test(key) && isCalendarDay(key)
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
