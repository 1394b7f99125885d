import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import type { NewActivity } from './activity.ts'

/** Writes one line of history in the transaction of the fact, with the actor of the context. */
export function recordActivity(tx: Tx, activity: NewActivity): Promise<void> {
  return recordActivities(tx, [activity])
}

/** Writes many lines of history with one statement, in the transaction of the facts. */
export async function recordActivities(tx: Tx, activities: readonly NewActivity[]): Promise<void> {
  if (activities.length === 0) return
  const at = tx.now().toISOString()
  const rows = activities.map((activity) => ({
    id: newId('act'),
    subject_kind: activity.subjectKind,
    subject_id: activity.subjectId,
    kind: activity.kind,
    cause: activity.cause ?? null,
    data: activity.data ?? {},
  }))
  await sql`
    insert into activities (id, creditor_id, at, subject_kind, subject_id, kind, cause, actor_kind, actor_id, actor_name, data)
    select r.id, ${creditorOf(tx)}, ${at}::timestamptz, r.subject_kind, r.subject_id, r.kind, r.cause,
      ${tx.actor.kind}, ${tx.actor.id ?? null}::text, ${tx.actor.name ?? null}::text, r.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, subject_kind text, subject_id text, kind text, cause text, data jsonb)`.execute(tx.db)
}
