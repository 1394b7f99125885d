import { sql } from 'kysely'
import { type Context, inTransaction } from '../context.ts'

/** Statements that must be true of the data at any moment, each with a query that counts where it is not. */
const invariants = [
  {
    promise: 'every invoice has its line in the import ledger',
    query: sql`select count(*) as count from invoices i where not exists
      (select 1 from import_lines l where l.connection_id = i.connection_id and l.external_id = i.external_id and l.invoice_id = i.id)`,
  },
  {
    promise: 'no invoice is in twice',
    query: sql`select count(*) as count from (select 1 from invoices group by connection_id, external_id having count(*) > 1) as doubles`,
  },
  {
    promise: 'no open amount is above its total or below zero',
    query: sql`select count(*) as count from invoices where state <> 'archived' and (open_cents < 0 or open_cents > total_cents)`,
  },
  {
    promise: 'a paid invoice has nothing open',
    query: sql`select count(*) as count from invoices where state = 'paid' and open_cents <> 0`,
  },
  {
    promise: 'every line that stays out says why',
    query: sql`select count(*) as count from import_lines where outcome in ('skipped', 'failed') and cause is null`,
  },
  {
    promise: 'no message left for an invoice that was settled before it was planned',
    query: sql`select count(*) as count from messages m join invoices i on i.id = m.invoice_id
      where m.state in ('sent', 'unknown') and i.paid_at < m.planned_for`,
  },
  {
    promise: 'the overview says of each invitation where it stands',
    query: sql`select count(*) as count from messages m join invoices i on i.id = m.invoice_id
      where m.kind = 'invitation' and m.state in ('waiting', 'planned', 'sent', 'held', 'failed', 'unknown')
        and i.invitation_state <> m.state`,
  },
]

/** Checks what the data must keep, across creditors, and how often it does not (`vorder doctor`). */
export function findBrokenPromises(ctx: Context): Promise<{ promise: string; count: number }[]> {
  return inTransaction(ctx, async (tx) => {
    const found: { promise: string; count: number }[] = []
    for (const { promise, query } of invariants) {
      const rows = await query.execute(tx.db)
      found.push({ promise, count: Number((rows.rows[0] as { count: unknown } | undefined)?.count) })
    }
    return found
  })
}
