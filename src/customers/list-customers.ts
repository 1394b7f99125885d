import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import type { Money } from '../values/index.ts'
import { type Customer, customerColumns } from './customer.ts'
import { openAmountsOf } from './customer-balances.ts'
import { type CustomerFilter, filterCondition } from './customer-filter.ts'

/** Each sort's expression is the one its index is made of, so that a page costs the same at any depth. */
const sorts = {
  name: sql`sort_name`,
  number: sql`number`,
  city: sql`lower(coalesce(city, ''))`,
  createdAt: sql`created_at`,
} as const
export type CustomerSort = keyof typeof sorts

export type ListCustomersInput = {
  filter: CustomerFilter
  sort: CustomerSort
  order: 'asc' | 'desc'
  /** What the page before gave as `nextCursor`. */
  cursor?: string | undefined
  limit: number
}

/** A row of the overview: the customer, its own profile's name, and what it owes. */
export type ListedCustomer = Customer & { profileName: string | null; open: Money[] }

/** A page of customers by key, never by offset: the page after a hundred thousand costs what the first one does. */
export function listCustomers(
  ctx: Context | Tx,
  input: ListCustomersInput,
): Promise<{ items: ListedCustomer[]; nextCursor: string | null }> {
  const expression = sorts[input.sort]
  const direction = input.order === 'asc' ? sql`asc` : sql`desc`
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers')
      .select([...customerColumns])
      .select(sql<string>`${keyAsText(input.sort)}`.as('sortKey'))
      .select(profileName)
      .where(filterCondition(input.filter))
      .where(afterCursor(input))
      .orderBy(sql`${expression} ${direction}, id ${direction}`)
      .limit(input.limit + 1)
      .execute()
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    const open = await openAmountsOf(
      tx,
      page.map(({ id }) => id),
    )
    const items = page.map(({ sortKey: _, ...row }) => ({ ...row, open: open.get(row.id) ?? [] }))
    return {
      items: items as unknown as ListedCustomer[],
      nextCursor: rows.length > input.limit && last ? encodeCursor([last.sortKey, last.id]) : null,
    }
  })
}

/** The name of the customer's own profile, beside a row of `customers`. */
export const profileName = sql<string | null>`(
  select profiles.name from profiles
  where profiles.creditor_id = customers.creditor_id and profiles.id = customers.profile_id)`.as(
  'profileName',
)

function keyAsText(sort: CustomerSort): RawBuilder<unknown> {
  // Microseconds of UTC: what a Date keeps is too little to tell two customers of one import apart.
  return sort === 'createdAt'
    ? sql`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sorts[sort]
}

function afterCursor({ cursor, sort, order }: ListCustomersInput): RawBuilder<SqlBool> {
  if (!cursor) return sql<SqlBool>`true`
  const parts = decodeCursor(cursor)
  if (!parts || (sort === 'createdAt' && !isInstant(parts[0]))) {
    const fields = [{ path: 'cursor', message: 'unreadable' }]
    throw new InvalidInputError('The cursor is not one that Vorder gave out', fields)
  }
  const [key, id] = parts
  const type = sort === 'createdAt' ? sql`timestamptz` : sql`text`
  const comparison = order === 'asc' ? sql`>` : sql`<`
  return sql<SqlBool>`(${sorts[sort]}, id) ${comparison} (${key}::${type}, ${id})`
}

function isInstant(key: string): boolean {
  return /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) && !Number.isNaN(Date.parse(key))
}

function encodeCursor(parts: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function decodeCursor(cursor: string): [string, string] | undefined {
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
