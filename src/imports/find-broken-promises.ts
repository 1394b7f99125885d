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
    promise: 'what is due is what the CRM has open, less what was paid here',
    query: sql`select count(*) as count from invoices where state <> 'archived' and open_cents <>
      case when paid_here_cents = 0 then source_open_cents
        else least(greatest(source_open_cents - paid_here_cents, 0), greatest(total_cents, source_open_cents)) end`,
  },
  {
    promise: 'what was paid here is in the ledger of payments, once',
    query: sql`select count(*) as count from invoices i where i.state <> 'archived' and i.paid_here_cents <> (
      select coalesce(sum(case
        when r.id is null and m.hand_payment_id is null then p.amount_cents
        when r.id is not null and w.intent = 'remove' and m.hand_payment_id is not null and g.id is null then -p.amount_cents
        else 0 end), 0)
      from payments p left join payments r on r.revokes_id = p.id
      left join payment_matches m on m.hand_payment_id = p.id left join payments g on g.revokes_id = m.crm_payment_id
      left join payment_write_backs w on w.payment_id = p.id
      where p.creditor_id = i.creditor_id and p.invoice_id = i.id and p.kind = 'payment' and p.origin = 'hand')`,
  },
  {
    promise: 'every line that stays out says why',
    query: sql`select count(*) as count from import_lines where outcome in ('skipped', 'failed') and cause is null`,
  },
  {
    promise: 'the overview says of each invitation where it stands',
    query: sql`select count(*) as count from messages m join invoices i on i.id = m.invoice_id
      where m.kind = 'invitation' and m.copy_of is null and m.state in ('waiting', 'planned', 'sent', 'held', 'failed', 'unknown')
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
