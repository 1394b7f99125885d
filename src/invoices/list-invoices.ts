import { type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import { isCalendarDay } from '../values/index.ts'
import { type Invoice, invoiceColumns } from './invoice.ts'
import { filterCondition, type InvoiceFilter, invoiceSorts } from './invoice-filter.ts'

export type ListInvoicesInput = {
  filter: InvoiceFilter
  sort: keyof typeof invoiceSorts
  order: 'asc' | 'desc'
  /** What the page before gave as `nextCursor`. */
  cursor?: string | undefined
  limit: number
}

/** A row of the overview: the invoice and the name of its profile. */
export type ListedInvoice = Invoice & { profileName: string }

/** A page of invoices by key, never by offset: the page after a million costs what the first one does. */
export function listInvoices(
  ctx: Context | Tx,
  input: ListInvoicesInput,
): Promise<{ items: ListedInvoice[]; nextCursor: string | null }> {
  const sort = invoiceSorts[input.sort]
  const direction = input.order === 'asc' ? sql`asc` : sql`desc`
  return inTransaction(ctx, async (tx) => {
    const condition = await filterCondition(tx, input.filter)
    const page = tx.db
      .selectFrom('invoices')
      .select([...invoiceColumns])
      .select(sql<string>`${sort.expression}::text`.as('sortKey'))
      .select((eb) =>
        eb
          .selectFrom('profiles')
          .select('name')
          .whereRef('profiles.id', '=', 'invoices.profileId')
          .as('profileName'),
      )
      .where(condition)
      .where(afterCursor(input))
      .orderBy(sql`${sort.expression} ${direction}, id ${direction}`)
      .limit(input.limit + 1)
    const rows = await page.execute()
    const items = rows.slice(0, input.limit)
    const last = items.at(-1)
    const nextCursor = rows.length > input.limit && last ? encodeCursor([last.sortKey, last.id]) : null
    return { items: items.map(({ sortKey: _, ...row }) => row as ListedInvoice), nextCursor }
  })
}

function afterCursor({ cursor, sort, order }: ListInvoicesInput) {
  if (!cursor) return sql<SqlBool>`true`
  const parts = decodeCursor(cursor)
  if (!parts || !isKeyOf(sort, parts[0])) {
    const fields = [{ path: 'cursor', message: 'unreadable' }]
    throw new InvalidInputError('The cursor is not one that Vorder gave out', fields)
  }
  const [key, id] = parts
  const { expression, type } = invoiceSorts[sort]
  const comparison = order === 'asc' ? sql`>` : sql`<`
  return sql<SqlBool>`(${expression}, id) ${comparison} (${key}::${type}, ${id})`
}

/** A cursor of another sort, or a made-up one, must not reach the database as a value that it cannot read. */
function isKeyOf(sort: ListInvoicesInput['sort'], key: string): boolean {
  if (sort === 'openAmount') return /^-?\d{1,18}$/.test(key)
  if (sort === 'number' || sort === 'customer') return true
  return /^(?!0000)\d{4}-/.test(key) && isCalendarDay(key)
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
  return parts.every((part) => typeof part === 'string' && !part.includes('\u0000'))
}
