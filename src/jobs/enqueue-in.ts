import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Db } from '../db/index.ts'
import { bossDatabaseIn } from './boss-database.ts'
import type { Enqueue, EnqueueOptions, Job } from './job.ts'
import { lockNumber } from './lock-number.ts'
import type { StoredJob } from './stored-job.ts'

/** Asks for work inside an open transaction, with whatever role that transaction has. */
export function enqueuerIn(boss: PgBoss, db: Db): Enqueue {
  const bossDb = bossDatabaseIn(db)
  return async (job, data, options = {}) => {
    const { key, startAt, priority } = options
    if (job.policy === 'stately' && (await isAsked(db, job, key)) && !startAt) return
    const stored: StoredJob = { data, startAt: startAt?.toISOString() }
    const id = await boss.send(job.name, stored, {
      db: bossDb,
      ...(key !== undefined && { singletonKey: key }),
      ...(startAt && { startAfter: startAt }),
      ...(priority !== undefined && { priority }),
    })
    if (id === null) await bringForward(db, job, options)
  }
}

/** Takes the lock that lets whoever starts the waiting job wait for our commit (see runInTurn), then looks for it. */
async function isAsked<T extends object>(db: Db, job: Job<T>, key: string | undefined): Promise<boolean> {
  const lock = lockNumber('ask', job.name, key)
  const found = await sql<{ isAsked: boolean }>`
    select is_job_asked(${lock}::bigint, ${job.name}, ${key ?? null}::text) as is_asked`.execute(db)
  return found.rows[0]?.isAsked === true
}

/** The same job waits already. It shall not wait longer than asked for now, unless it waits out an outage. */
async function bringForward<T extends object>(db: Db, job: Job<T>, options: EnqueueOptions): Promise<void> {
  const startAt = options.startAt?.toISOString() ?? null
  await sql`
    update pgboss.job set
      start_after = coalesce(${startAt}::timestamptz, now()),
      data = case when ${startAt}::text is null then data - 'startAt' else jsonb_set(data, '{startAt}', to_jsonb(${startAt}::text)) end
    where name = ${job.name} and state = 'created' and coalesce(singleton_key, '') = ${options.key ?? ''}
      and data ? 'startAt' and not data ? 'unavailableSince'
      and (${startAt}::timestamptz is null or (data->>'startAt')::timestamptz > ${startAt}::timestamptz)
  `.execute(db)
}
