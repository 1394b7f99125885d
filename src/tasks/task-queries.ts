import { type RawBuilder, sql } from 'kysely'
import type { MessageCause } from '../invitations/index.ts'
import type { TaskKind } from './task.ts'

/*
 * This room only reads, and across the tables of the rooms below it: one query a kind, each of which an index answers
 * without reading what waits for nobody (0020-tasks.sql). A query names the columns of `TaskRow`, the oldest task first.
 */

/** A row of any kind, before it is told apart. */
export type TaskRow = {
  subjectId: string
  since: Date
  code: string | null
  state: string | null
  detail: string | null
  name: string | null
  count: number
  invoiceId: string | null
  number: string | null
  customerId: string | null
  customerName: string | null
  amountCents: number | null
  currency: string | null
  webUrl: string | null
}

/** A message stays where it is until somebody corrects an address or says what became of it. */
const messageCauses: readonly MessageCause[] = [
  'no_address',
  'invalid_address',
  'undeliverable_address',
  'mail_refused',
  'recipients_refused',
  'unexpected',
  'outcome_unknown',
  'stopped_while_sending',
]
/** One thing to do however many messages wait for it. */
const mailCauses: readonly MessageCause[] = ['mail_not_set_up', 'mail_sign_in_refused']

const noInvoice = sql`null as invoice_id, null as number, null as customer_id, null as customer_name,
  null::bigint as amount_cents, null as currency, null as web_url`
const ofInvoice = sql`i.id as invoice_id, i.number, i.customer_id, i.customer_name, i.open_cents as amount_cents,
  i.currency, i.web_url`
const isOpen = sql`i.state in ('booked', 'pending')`

/** What waits for a person, of one kind, at most `limit` of it. */
export const taskQueries: Record<TaskKind, (limit: number) => RawBuilder<TaskRow>> = {
  connection: (limit) => sql`
    select id as subject_id, connected_at as since, null as code, state, null as detail, account_name as name, 1 as count,
      ${noInvoice}
    from connections where state = 'reconnect_needed' order by id limit ${limit}`,

  mail: (limit) => sql`
    select min(id) as subject_id, min(planned_for) as since, cause as code, null as state, min(cause_detail) as detail,
      null as name, count(*)::integer as count, ${noInvoice}
    from (select id, planned_for, cause, cause_detail from messages
      where cause in ${oneOf(mailCauses)} and state = 'held' limit ${heldAtMost}) as waiting
    group by cause order by cause limit ${limit}`,

  message: (limit) => sql`
    select m.id as subject_id, m.planned_for as since, m.cause as code, m.state, m.cause_detail as detail, null as name,
      1 as count, ${ofInvoice}
    from messages m join invoices i on i.id = m.invoice_id
    where m.cause in ${oneOf(messageCauses)} and m.state in ('failed', 'bounced', 'unknown', 'held')
      and (m.state <> 'failed' or m.next_look_at is null) and ${isOpen}
    order by m.id limit ${limit}`,

  question: (limit) => sql`
    select q.id as subject_id, q.asked_at as since, null as code, q.mail_state as state, q.mail_detail as detail,
      null as name, 1 as count, ${ofInvoice}
    from questions q join invoices i on i.id = q.invoice_id
    where q.mail_state in ('unknown', 'refused') order by q.id limit ${limit}`,

  payment: (limit) => sql`
    select w.payment_id as subject_id, w.updated_at as since, w.cause as code, w.state, w.cause_detail as detail,
      null as name, 1 as count, i.id as invoice_id, i.number, i.customer_id, i.customer_name, p.amount_cents, p.currency,
      i.web_url
    from payment_write_backs w join payments p on p.id = w.payment_id join invoices i on i.id = w.invoice_id
    where w.state in ('refused', 'unknown') and w.next_try_at is null
    order by w.payment_id limit ${limit}`,

  document: (limit) => sql`
    select d.id as subject_id, coalesce(d.last_tried_at, d.wanted_at) as since, d.last_error as code, d.state,
      d.last_error_detail as detail, d.kind as name, 1 as count, ${ofInvoice}
    from invoice_documents d join invoices i on i.id = d.invoice_id
    where d.state = 'given_up' and ${isOpen} order by d.id limit ${limit}`,

  import: (limit) => sql`
    select id as subject_id, first_heard_at as since, cause as code, outcome as state, cause_detail as detail,
      null as name, 1 as count, invoice_id, number, null as customer_id, customer_name, total_cents as amount_cents,
      currency, web_url
    from import_lines where outcome = 'failed' and (next_try_at is null or cause = 'crm_refused')
    order by id limit ${limit}`,

  profile: (limit) => sql`
    select i.id as subject_id, i.imported_at as since, i.profile_warning as code, i.state,
      i.profile_warning_value as detail, null as name, 1 as count, ${ofInvoice}
    from invoices i where i.profile_warning is not null and ${isOpen} order by i.sort_date, i.id limit ${limit}`,
}

/** Of so many messages that wait for the mail settings, the rest is not counted. */
const heldAtMost = 10_001

// Written out, not as parameters: only then does the planner see that the partial index holds them.
function oneOf(causes: readonly MessageCause[]): RawBuilder<unknown> {
  return sql`(${sql.join(causes.map((cause) => sql.lit(cause)))})`
}
