import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Invoice, invoiceColumns } from '../invoices/index.ts'
import { cursorAfter } from './invoice-cursor.ts'
import { filterCondition, type InvoiceFilter, isOpenOf } from './invoice-filter.ts'
import { type ListedInvoice, readInvoices } from './invoice-rows.ts'

/** Invoices by id, or all that a filter shows. */
export type InvoiceSelection = { ids: readonly string[] } | { filter: InvoiceFilter }

/**
 * The invoices of a selection in a steady order, page by page, for work that takes long. Ids that the creditor does not have
 * are left out.
 */
export function pageInvoices(
  ctx: Context | Tx,
  input: { selection: InvoiceSelection; after: string; limit: number },
): Promise<Invoice[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('invoices')
      .select([...invoiceColumns])
      .where(await selectionCondition(tx, input.selection))
      .where('id', '>', input.after)
      .orderBy('id')
      .limit(input.limit)
      .execute()
    return rows as Invoice[]
  })
}

/** Where an invoice stands in the order of invoice dates, the newest first. */
export type InvoicePlace = { sortKey: string; id: string }

/** The invoices of a selection by date, the newest first, page by page. `next` is the place to go on after; undefined at the end. */
export function pageInvoicesByDate(
  ctx: Context | Tx,
  input: { selection: InvoiceSelection; after: InvoicePlace | undefined; limit: number },
): Promise<{ items: ListedInvoice[]; next: InvoicePlace | undefined }> {
  const { selection, after, limit } = input
  return inTransaction(ctx, async (tx) => {
    const items = await readInvoices(tx, {
      sort: 'invoiceDate',
      order: 'desc',
      cursor: after && cursorAfter(after),
      isOpen: 'filter' in selection ? isOpenOf(selection.filter) : undefined,
      condition: await selectionCondition(tx, selection),
      limit,
    })
    const last = items.length < limit ? undefined : items.at(-1)
    return { items, next: last && { sortKey: last.sortKey, id: last.id } }
  })
}

/** How many invoices a selection has. */
export function countInvoices(ctx: Context | Tx, selection: InvoiceSelection): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('invoices')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(await selectionCondition(tx, selection))
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}

/** The condition of a selection over the table `invoices`. */
export async function selectionCondition(tx: Tx, selection: InvoiceSelection): Promise<RawBuilder<SqlBool>> {
  if ('filter' in selection) return filterCondition(tx, selection.filter)
  return sql<SqlBool>`id = any(${[...selection.ids]}::text[])`
}
