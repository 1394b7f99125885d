import { type RawBuilder, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { getCustomer } from '../customers/index.ts'
import { type CustomerEvent, type CustomerEventKind, customerEventKinds } from './customer-event.ts'

export type ListCustomerHistoryInput = {
  customerId: string
  kind?: CustomerEventKind | undefined
  /** The last one of the page before. */
  after?: { at: Date; id: string } | undefined
  limit: number
}

/**
 * Messages, payments and stops of all invoices of a customer, and of those that were merged into it, newest first. Of a
 * customer whose details were removed it says that something was sent, and nothing of to whom or what. This room only
 * reads, across the tables of the rooms below it. Throws NotFoundError.
 */
export function listCustomerHistory(
  ctx: Context | Tx,
  input: ListCustomerHistoryInput,
): Promise<CustomerEvent[]> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getCustomer(tx, input.customerId)
    const { timeZone } = await getCreditor(tx)
    const { limit, after } = input
    const before = after ? sql`(at, id) < (${after.at.toISOString()}::timestamptz, ${after.id})` : sql`true`
    const parts = (input.kind ? [input.kind] : customerEventKinds).map(
      (kind) =>
        sql`(select * from (${partOf[kind](timeZone)}) as one where ${before} order by at desc, id desc limit ${limit})`,
    )
    const { rows } = await sql<CustomerEvent>`
      with own as (
        select i.id as invoice_id, i.number from invoices i
        where i.customer_id in (select c.id from customers c where c.id = ${id} or c.merged_into = ${id})
      )
      select * from (${sql.join(parts, sql` union all `)}) as events
      order by at desc, id desc limit ${limit}`.execute(tx.db)
    return rows
  })
}

type Part = (timeZone: string) => RawBuilder<unknown>

const messages: Part = () => sql`
  select 'message' as kind, m.id, coalesce(m.sent_at, m.handed_over_at, m.created_at) as at, own.invoice_id, own.number,
    jsonb_build_object('messageKind', m.kind, 'state', m.state, 'cause', m.cause, 'detail', m.cause_detail, 'level', m.level, 'origin', m.origin,
      'sentTo', nullif(m.sent_to, ''), 'sentCc', m.sent_cc, 'refused', m.refused, 'subject', nullif(m.subject, ''),
      'profileName', p.name, 'profileVersion', m.profile_version) as facts
  from messages m join own using (invoice_id) left join profiles p on p.id = m.profile_id
  where m.state <> 'cancelled'`

// The same money known to both sides is one payment: the one that a person told.
const payments: Part = (timeZone) => sql`
  select 'payment' as kind, p.id,
    coalesce(p.paid_at, least(p.recorded_at, (p.paid_on + time '12:00') at time zone ${timeZone})) as at,
    own.invoice_id, own.number,
    jsonb_build_object('amountCents', p.amount_cents, 'currency', p.currency, 'origin', p.origin, 'paidOn', p.paid_on,
      'method', p.method, 'recordedByName', p.recorded_by_name, 'revokedCause', r.cause) as facts
  from payments p join own using (invoice_id) left join payments r on r.revokes_id = p.id
  where p.kind = 'payment' and not exists (select from payment_matches m where m.crm_payment_id = p.id)`

const stops: Part = () => sql`
  select 'stop' as kind, s.id, s.set_at as at, own.invoice_id, own.number,
    jsonb_build_object('stopKind', s.kind, 'reason', s.reason, 'promisedFor', s.promised_for, 'setBy', s.set_by,
      'endedAt', s.ended_at, 'endedBy', s.ended_by) as facts
  from collection_stops s join own using (invoice_id)`

const partOf: Readonly<Record<CustomerEventKind, Part>> = {
  message: messages,
  payment: payments,
  stop: stops,
}
