import type { Database } from '../db/index.ts'
import type { ParkedJob, PendingJob } from './job.ts'
import { parkedQueue, type StoredJob, type StoredParkedJob } from './stored-job.ts'

type PendingRow = {
  name: string
  data: StoredJob
  singleton_key: string | null
  state: string
  retry_count: number
}

/** What waits or runs now, the oldest first, at most a thousand. */
export async function listPending(database: Database): Promise<PendingJob[]> {
  const { rows } = await database.owner.query<PendingRow>(
    `select name, data, singleton_key, state, retry_count from pgboss.job
     where state <= 'active' and name <> $1 and name not like '\\_\\_pgboss%' order by created_on limit 1000`,
    [parkedQueue],
  )
  return rows.map(({ name, data, singleton_key, state, retry_count }) => ({
    name,
    data: data.data,
    key: singleton_key ?? undefined,
    startAt: data.startAt === undefined ? undefined : new Date(data.startAt),
    tries: retry_count + (data.failures ?? 0) + (data.unavailableTries ?? 0),
    isRunning: state === 'active',
  }))
}

type ParkedRow = {
  id: string
  data: StoredParkedJob | StoredJob
  source_name: string | null
  created_on: Date
}

/** What waits for a person, the newest first, at most a thousand. */
export async function listParked(database: Database): Promise<ParkedJob[]> {
  const { rows } = await database.owner.query<ParkedRow>(
    `select id, data, source_name, created_on from pgboss.job
     where state <= 'active' and name = $1 order by created_on desc limit 1000`,
    [parkedQueue],
  )
  return rows.map(toParkedJob)
}

function toParkedJob({ id, data, source_name, created_on }: ParkedRow): ParkedJob {
  if ('job' in data) {
    const { name, job, problem, stack, parkedAt } = data
    return { id, name, data: job.data, problem, stack, parkedAt: new Date(parkedAt) }
  }
  // The queue itself put it here: the process was killed in the middle of it, again and again.
  const problem = 'The process ended in the middle of this job, several times'
  return {
    id,
    name: source_name ?? 'unknown',
    data: data.data,
    problem,
    stack: undefined,
    parkedAt: created_on,
  }
}
