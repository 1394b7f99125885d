import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'
import { type Invoice, invoiceColumns } from '../invoices/index.ts'
import { afterCursor, orderOf, type PageOfSort, sortKeyOf } from './invoice-cursor.ts'

/** A row of the overview: the invoice and the name of its profile. */
export type ListedInvoice = Invoice & { profileName: string }

/** The first rows of a page, whole; `sortKey` is what a cursor after the row needs. */
export async function readInvoices(
  tx: Tx,
  input: RowsInput,
): Promise<(ListedInvoice & { sortKey: string })[]> {
  const { rows } = await sql<ListedInvoice & { sortKey: string }>`
    select ${listed}, ${sortKeyOf(input)} as sort_key,
      (select name from profiles where profiles.id = invoices.profile_id) as profile_name
    from ${rowsOf(input)} as invoices order by ${orderOf(input)}`.execute(tx.db)
  return rows
}

type RowsInput = PageOfSort & {
  /** Undefined: both those of which money is expected and those of which none is. */
  isOpen: boolean | undefined
  condition: RawBuilder<SqlBool>
  limit: number
}

/**
 * The first rows of a page, as a table to select from. Open and settled invoices stand apart in each index: a page of both is
 * the first rows of the one and of the other, merged.
 */
export function rowsOf(input: RowsInput): RawBuilder<unknown> {
  const { isOpen, limit } = input
  if (isOpen !== undefined) return sql`(${half(input)})`
  const halves = [
    half({ ...input, condition: sql<SqlBool>`is_open and ${input.condition}` }),
    half({ ...input, condition: sql<SqlBool>`not is_open and ${input.condition}` }),
  ]
  return sql`(
    select * from ((${halves[0]}) union all (${halves[1]})) as both_halves
    order by ${orderOf(input)} limit ${limit})`
}

function half(input: RowsInput): RawBuilder<unknown> {
  return sql`
    select * from invoices where ${input.condition} and ${afterCursor(input)}
    order by ${orderOf(input)} limit ${input.limit}`
}

/** The columns of an invoice, to select from `invoices`. */
const listed = sql.join(invoiceColumns.map((column) => sql.ref(`invoices.${snakeCase(column)}`)))

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
