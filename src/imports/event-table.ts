import { sql } from 'kysely'
import type { Tx } from '../context.ts'

/** Why an event is kept but not acted on. */
export type IgnoreCause =
  | 'unknown_type'
  | 'foreign_account'
  | 'connection_off'
  | 'switched_off'
  | 'reconnect_needed'
  | 'crm_refused'
  | 'credit_note_not_found'
  | 'credit_note_without_invoice'

/** An event as it came in. `subjectKind` is ours (`invoice`, `credit_note`, `company`, `person`, `account`, `unknown`). */
export type IncomingEvent = {
  creditorId: string
  connectionId: string
  type: string | null
  subjectKind: string | null
  subjectExternalId: string | null
  body: string
  ignoredFor: IgnoreCause | null
}

/** All hints about one subject that wait, as one piece of work. */
export type PendingSubject = {
  subjectType: 'invoice' | 'credit_note' | 'company' | 'person' | 'account'
  subjectExternalId: string
  eventIds: number[]
  types: string[]
}

/** Stores many events, of any creditors, with one statement. */
export async function insertEvents(tx: Tx, events: readonly IncomingEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    creditor_id: event.creditorId,
    connection_id: event.connectionId,
    type: event.type,
    subject_type: event.subjectKind,
    subject_external_id: event.subjectExternalId,
    body: event.body,
    state: event.ignoredFor ? 'ignored' : 'pending',
    cause: event.ignoredFor,
  }))
  const now = tx.now().toISOString()
  await sql`
    insert into webhook_events (creditor_id, connection_id, received_at, type, subject_type, subject_external_id, body, state, cause, settled_at)
    select r.creditor_id, r.connection_id, ${now}::timestamptz, r.type, r.subject_type, r.subject_external_id, r.body, r.state, r.cause,
      case when r.state = 'ignored' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(creditor_id text, connection_id text, type text, subject_type text,
      subject_external_id text, body text, state text, cause text)`.execute(tx.db)
}

type DueInput = { connectionId: string; limit: number; throttleMs: number }

/**
 * The subjects with waiting events: the end of the account, then invoices and credit notes, then customers, each oldest first, so that a
 * customer that cannot be looked at keeps no invoice waiting. A subject whose very kinds of event were all acted on within the
 * last `throttleMs` rests until then, so a flood of one hint is one look a minute, while the next step of a real
 * invoice (booked, then paid) is looked at once.
 */
export async function listDueSubjects(tx: Tx, input: DueInput): Promise<PendingSubject[]> {
  const since = new Date(tx.now().getTime() - input.throttleMs).toISOString()
  const found = await sql<PendingSubject>`
    with waiting as (
      select id, type, subject_type, subject_external_id from webhook_events
      where connection_id = ${input.connectionId} and state = 'pending'
      order by id limit 10000
    ), subjects as (
      select subject_type, subject_external_id, json_agg(id order by id) as event_ids, json_agg(distinct type) as types, min(id) as first_id,
        count(distinct type) as type_count
      from waiting group by subject_type, subject_external_id
    )
    select subject_type, subject_external_id, event_ids, types from subjects s
    where (select count(distinct done.type) from webhook_events done
      where done.connection_id = ${input.connectionId} and done.subject_external_id = s.subject_external_id
        and done.state = 'applied' and done.settled_at > ${since}::timestamptz
        and done.type in (select json_array_elements_text(s.types))) < s.type_count
    order by case subject_type when 'account' then 1 when 'invoice' then 2 when 'credit_note' then 3 else 4 end, first_id limit ${input.limit}`.execute(
    tx.db,
  )
  return found.rows
}

/** Whether events of this connection still wait. */
export async function hasWaitingEvents(tx: Tx, connectionId: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('webhookEvents')
    .select('id')
    .where('connectionId', '=', connectionId)
    .where('state', '=', 'pending')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Of several waiting hints of one kind about one subject only the newest stays: it asks for the same look. So a
 * flood of hints takes no more room in the queue than one.
 */
export async function supersedeOlderEvents(tx: Tx, connectionId: string): Promise<void> {
  await sql`
    update webhook_events set state = 'superseded', settled_at = ${tx.now().toISOString()}::timestamptz
    from (
      select id, max(id) over (partition by subject_type, subject_external_id, type) as newest_id
      from webhook_events where connection_id = ${connectionId} and state = 'pending'
    ) as waiting
    where webhook_events.id = waiting.id and waiting.id < waiting.newest_id`.execute(tx.db)
}

/** Settles exactly the events that were read before the look; one that came during it waits for another look. */
export async function applyEvents(tx: Tx, subjects: readonly PendingSubject[]): Promise<void> {
  const ids = subjects.flatMap((subject) => subject.eventIds)
  if (ids.length === 0) return
  await sql`
    update webhook_events set state = 'applied', settled_at = ${tx.now().toISOString()}::timestamptz
    where id = any(${ids}::bigint[]) and state = 'pending'`.execute(tx.db)
}

/** Settles events that will never be acted on, with the cause. */
export async function ignoreEvents(
  tx: Tx,
  input: { eventIds: readonly number[]; cause: IgnoreCause },
): Promise<void> {
  if (input.eventIds.length === 0) return
  await tx.db
    .updateTable('webhookEvents')
    .set({ state: 'ignored', cause: input.cause, settledAt: tx.now() })
    .where('id', 'in', [...input.eventIds])
    .where('state', '=', 'pending')
    .execute()
}
