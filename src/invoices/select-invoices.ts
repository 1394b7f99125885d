import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Invoice, invoiceColumns } from './invoice.ts'
import { filterCondition, type InvoiceFilter } from './invoice-filter.ts'

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

async function selectionCondition(tx: Tx, selection: InvoiceSelection): Promise<RawBuilder<SqlBool>> {
  if ('filter' in selection) return filterCondition(tx, selection.filter)
  return sql<SqlBool>`id = any(${[...selection.ids]})`
}
