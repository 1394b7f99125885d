import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/index.ts'
import type { JobHandler, JobPolicy, Schedule } from './job.ts'
import { parkedQueue, type StoredJob } from './stored-job.ts'

export type InstallOptions = {
  boss: PgBoss
  database: Database
  handlers: ReadonlyMap<string, JobHandler>
  schedules: ReadonlyMap<string, Schedule>
}

const yearSeconds = 365 * 24 * 3_600

/** What every queue has: work of a dead process is handed out again, and nothing that waits is ever thrown away. */
const queueSettings = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 24 * 3_600,
  retentionSeconds: 10 * yearSeconds,
  deleteAfterSeconds: 3 * 24 * 3_600,
  // Only counts killed processes; what the work throws is decided in decideRetry.
  retryLimit: 5,
  retryDelay: 0,
}

/** One waiting job a key is the queue's affair; one running job a key is ours (see runInTurn). */
const queuePolicies: Readonly<Record<JobPolicy, string>> = {
  standard: 'standard',
  singleton: 'standard',
  stately: 'short',
}

/** Any number, the same in every version: whoever changes the queues holds this lock. */
const installLock = 7_236_003

/** Makes the queue know every job and schedule, and lets the roles of the verbs ask for work. */
export async function installQueues(options: InstallOptions): Promise<void> {
  const client = await options.database.owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [installLock])
    await createMissingQueues(options)
    await createSchedules(options)
    await client.query(grants)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [installLock])
    client.release()
  }
}

async function createMissingQueues({ boss, handlers }: InstallOptions): Promise<void> {
  const known = new Set((await boss.getQueues()).map((queue) => queue.name))
  if (!known.has(parkedQueue)) {
    await boss.createQueue(parkedQueue, {
      retentionSeconds: 10 * yearSeconds,
      deleteAfterSeconds: 0,
      retryLimit: 0,
    })
  }
  for (const { job } of handlers.values()) {
    if (known.has(job.name)) continue
    await boss.createQueue(job.name, {
      ...queueSettings,
      policy: queuePolicies[job.policy],
      deadLetter: parkedQueue,
    })
  }
}

async function createSchedules({ boss, schedules }: InstallOptions): Promise<void> {
  const stored = await boss.getSchedules()
  for (const old of stored.filter(({ key }) => !schedules.has(key))) await boss.unschedule(old.name, old.key)
  for (const { name, every, timeZone = 'UTC', job, data } of schedules.values()) {
    const isStored = stored.some((old) => old.key === name && old.cron === every && old.timezone === timeZone)
    const payload: StoredJob = { data }
    // A process that was down during the hour does the work once when it is back.
    if (!isStored) await boss.schedule(job.name, every, payload, { key: name, tz: timeZone, missed: 'once' })
  }
}

/** Asking for work needs no more than this; `start_after` and `data` change when a job is brought forward. */
const grants = `
  do $$ declare t text; begin
    if has_table_privilege('vorder_app', 'pgboss.job', 'insert') then return; end if;
    grant usage on schema pgboss to vorder_app, vorder_system;
    grant select on all tables in schema pgboss to vorder_app, vorder_system;
    for t in select tablename from pg_tables where schemaname = 'pgboss' and tablename ~ '^job(_common)?$' loop
      execute format('grant insert, update (start_after, data) on pgboss.%I to vorder_app, vorder_system', t);
    end loop;
  end $$`
