import { type Context, inTransaction, type Tx } from '../context.ts'
import { cursorAfter, type PageOfSort } from './invoice-cursor.ts'
import { type InvoiceFilter, isOpenOf } from './invoice-filter.ts'
import { type ListedInvoice, readInvoices } from './invoice-rows.ts'
import { pageCondition } from './page-condition.ts'

export type ListInvoicesInput = PageOfSort & { filter: InvoiceFilter; limit: number }

/** A page of invoices by key, never by offset: the page after a million costs what the first one does. */
export function listInvoices(
  ctx: Context | Tx,
  input: ListInvoicesInput,
): Promise<{ items: ListedInvoice[]; nextCursor: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await readInvoices(tx, {
      ...input,
      isOpen: isOpenOf(input.filter),
      condition: await pageCondition(tx, input),
      // One more than the page has.
      limit: input.limit + 1,
    })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      items: page.map(({ sortKey: _, ...row }) => row),
      nextCursor: rows.length > input.limit && last ? cursorAfter(last) : null,
    }
  })
}
