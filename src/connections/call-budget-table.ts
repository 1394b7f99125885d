import { sql } from 'kysely'
import type { CrmKind } from '../crm/index.ts'
import type { Db } from '../db/index.ts'

/** Whose calls are counted, and against what. */
export type CallBudget = {
  connectionId: string
  creditorId: string
  callLimit: CrmKind['callLimit']
}

type At = CallBudget & { now: Date }

/**
 * Counts one call if the window has room for it; undefined when it has not. One statement under the row's lock, so
 * that two processes never take the same place. Instants far ahead (a clock was set back) do not count.
 */
export async function countCall(db: Db, row: At & { allowed: number }): Promise<number | undefined> {
  const { since, ahead } = windowOf(row)
  const counted = await sql<{ used: number }>`
    insert into call_budgets as b (connection_id, creditor_id, recent_calls)
    values (${row.connectionId}, ${row.creditorId}, array[${row.now}::timestamptz])
    on conflict (connection_id) do update set recent_calls = array_append(
      array(select c from unnest(b.recent_calls) c where c > ${since} and c < ${ahead}), ${row.now}::timestamptz)
    where (b.paused_until is null or b.paused_until <= ${row.now} or b.paused_until > ${ahead})
      and (select count(*) from unnest(b.recent_calls) c where c > ${since} and c < ${ahead}) < ${row.allowed}
    returning cardinality(b.recent_calls) as used`.execute(db)
  return counted.rows[0]?.used
}

/** When the next place becomes free: the pause ends, or enough calls have left the window. */
export async function selectNextFree(db: Db, row: At & { allowed: number }): Promise<Date> {
  const { since, ahead } = windowOf(row)
  const found = await sql<{ pausedUntil: Date | null; blocking: Date | null }>`
    select case when paused_until < ${ahead} then paused_until end as paused_until,
      (select c from unnest(recent_calls) c where c > ${since} and c < ${ahead}
        order by c desc offset ${row.allowed - 1} limit 1) as blocking
    from call_budgets where connection_id = ${row.connectionId}`.execute(db)
  const [budget] = found.rows
  const leavesAt = budget?.blocking ? budget.blocking.getTime() + row.callLimit.windowMs : 0
  return new Date(Math.max(row.now.getTime(), leavesAt, budget?.pausedUntil?.getTime() ?? 0))
}

/** Nobody calls before `until`. A pause is never shortened. */
export async function pauseCalls(db: Db, row: CallBudget & { until: Date }): Promise<void> {
  await sql`
    update call_budgets set paused_until = greatest(paused_until, ${row.until}::timestamptz)
    where connection_id = ${row.connectionId}`.execute(db)
}

/** The CRM counted more calls than we did: as many are added, as if they had been made now. */
export async function padCalls(db: Db, row: At & { used: number }): Promise<void> {
  const { since, ahead } = windowOf(row)
  await sql`
    update call_budgets b set recent_calls = b.recent_calls || array_fill(${row.now}::timestamptz, array[${row.used}::int - counted.calls])
    from (
      select connection_id, (select count(*)::int from unnest(recent_calls) c where c > ${since} and c < ${ahead}) as calls
      from call_budgets where connection_id = ${row.connectionId} for update
    ) counted
    where b.connection_id = counted.connection_id and counted.calls < ${row.used}::int`.execute(db)
}

function windowOf(row: At): { since: Date; ahead: Date } {
  const now = row.now.getTime()
  return {
    since: new Date(now - row.callLimit.windowMs),
    ahead: new Date(now + 2 * row.callLimit.windowMs),
  }
}
