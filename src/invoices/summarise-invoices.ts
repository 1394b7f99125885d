import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Money } from '../values/index.ts'
import { filterCondition, type InvoiceFilter } from './invoice-filter.ts'

export type InvoiceSummary = {
  counts: Record<InvoiceFilter['state'], number>
  /** What is open in all, a sum a currency. */
  openTotals: Money[]
}

/** How many invoices stand under each tab of the overview, and what is open, for the other filters given. */
export function summariseInvoices(
  ctx: Context | Tx,
  filter: Omit<InvoiceFilter, 'state'>,
): Promise<InvoiceSummary> {
  return inTransaction(ctx, async (tx) => {
    const condition = await filterCondition(tx, { ...filter, state: 'all' })
    const rows = await tx.db
      .selectFrom('invoices')
      .select([
        'currency',
        sql<number>`count(*)`.as('all'),
        sql<number>`count(*) filter (where state in ('booked', 'pending'))`.as('open'),
        sql<number>`count(*) filter (where state in ('booked', 'pending') and due_date < ${filter.today}::date)`.as(
          'overdue',
        ),
        sql<number>`count(*) filter (where state = 'paid')`.as('paid'),
        sql<number>`count(*) filter (where state = 'archived')`.as('archived'),
        sql<string>`coalesce(sum(open_cents) filter (where state in ('booked', 'pending')), 0)::text`.as(
          'openCents',
        ),
      ])
      .where(condition)
      .groupBy('currency')
      .orderBy('currency')
      .execute()
    const counts = { open: 0, overdue: 0, paid: 0, archived: 0, all: 0 }
    for (const row of rows) {
      for (const state of Object.keys(counts) as (keyof typeof counts)[]) counts[state] += Number(row[state])
    }
    // A sum past 2^53 cents cannot be said exactly: it is left out, and the counts are still answered.
    const openTotals = rows
      .map((row) => ({ amountCents: Number(row.openCents), currency: row.currency }))
      .filter((total) => total.amountCents !== 0 && Number.isSafeInteger(total.amountCents))
    return { counts, openTotals }
  })
}
