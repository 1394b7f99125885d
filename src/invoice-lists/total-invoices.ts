import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type InvoiceSelection, selectionCondition } from './select-invoices.ts'

/** How many invoices, and what they come to, a sum a currency, in cents. `openCents` counts what is expected still. */
export type InvoiceTotals = {
  count: number
  totals: { currency: string; totalCents: number; openCents: number }[]
}

/** What a selection comes to. Exact, and all of it is read: a person asks for it. */
export function totalInvoices(ctx: Context | Tx, selection: InvoiceSelection): Promise<InvoiceTotals> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ currency: string; count: number; totalCents: string; openCents: string }>`
      select currency, count(*) as count, sum(total_cents)::text as total_cents,
        coalesce(sum(open_cents) filter (where is_open), 0)::text as open_cents
      from invoices where ${await selectionCondition(tx, selection)} group by currency order by currency`.execute(
      tx.db,
    )
    const totals = rows.map(({ currency, totalCents, openCents }) => ({
      currency,
      totalCents: Number(totalCents),
      openCents: Number(openCents),
    }))
    return {
      count: rows.reduce((sum, { count }) => sum + Number(count), 0),
      // A sum past 2^53 cents cannot be said exactly: it is left out.
      totals: totals.filter(
        ({ totalCents, openCents }) => Number.isSafeInteger(totalCents) && Number.isSafeInteger(openCents),
      ),
    }
  })
}
