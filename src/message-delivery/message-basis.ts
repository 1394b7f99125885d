import { sql } from 'kysely'
import type { Tx } from '../context.ts'

/**
 * The versions of all rows that a message rests on: its invoice with its other messages, its profile and customer, the
 * business and "go live"; and what ends its payment links. While it is the same nobody changed anything of that.
 */
const basis = sql<string>`(select concat_ws(' ', i.xmin, p.xmin, c.xmin, b.xmin, coalesce(l.xmin::text, '-'),
    (select string_agg(o.xmin::text, ',' order by o.id) from messages o where o.invoice_id = i.id and o.id <> m.id),
    '/', (select string_agg(coalesce(k.revoked_at, k.expires_at)::text, ',' order by k.id) from payment_links k
      where k.creditor_id = i.creditor_id and k.invoice_id = i.id))
  from invoices i join profiles p on p.id = i.profile_id join customers c on c.id = i.customer_id
    join creditors b on b.id = i.creditor_id left join live_connections l on l.connection_id = i.connection_id
  where i.id = m.invoice_id)`

/** To be read before what it stands for: what changes in between then counts as changed. */
export async function readBasis(tx: Tx, messageId: string): Promise<string> {
  const { rows } = await sql<{ basis: string }>`
    select ${basis} as basis from messages m where m.id = ${messageId}`.execute(tx.db)
  return rows[0]?.basis ?? ''
}

type Attempt = { messageId: string; attemptId: string | null; sentTo: string | null; was: string }

/** Notes that a message is about to be given away, if the attempt is still ours and all that it rests on is as it was. */
export async function handOverUnchanged(
  tx: Tx,
  { messageId, attemptId, sentTo, was }: Attempt,
): Promise<boolean> {
  const noted = await sql`
    update messages m set handed_over_at = ${tx.now()}
    where m.id = ${messageId} and m.state = 'sending' and m.attempt_id = ${attemptId} and ${basis} = ${was}
      and not exists (select from undeliverable_addresses u where u.address = lower(trim(${sentTo}::text)))`.execute(
    tx.db,
  )
  return noted.numAffectedRows === 1n
}
