import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/index.ts'
import type { Log } from '../log.ts'
import { decideRetry, type RetryDecision } from './decide-retry.ts'
import type { JobHandler } from './job.ts'
import { runInTurn } from './run-in-turn.ts'
import { historyOf, parkedQueue, type StoredJob, type StoredParkedJob, type TakenJob } from './stored-job.ts'

export type RunOptions = { boss: PgBoss; database: Database; log: Log; now: () => Date }

/** What is noted on a job that is over. */
export type JobOutcome = { outcome: 'done' | 'again' | 'give_up' | 'park'; problem?: string }

/**
 * Runs one job to an end: done, given up, or replaced by a later try of the same work. It never throws for what
 * the work throws. When this process dies in the middle, the queue hands the job out again.
 */
export async function settleJob(
  options: RunOptions,
  handler: JobHandler,
  job: TakenJob,
): Promise<JobOutcome> {
  const startedAt = performance.now()
  try {
    const hearFailure = (error: unknown) =>
      options.log.warn(
        { err: error, job: job.name },
        'job failed; it runs again at once, as was asked meanwhile',
      )
    await runInTurn({ database: options.database, hearFailure }, handler, job)
    options.log.debug({ job: job.name, ms: Math.round(performance.now() - startedAt) }, 'job done')
    return { outcome: 'done' }
  } catch (error) {
    return settleFailure(options, job, error)
  }
}

async function settleFailure(options: RunOptions, job: TakenJob, error: unknown): Promise<JobOutcome> {
  const now = options.now()
  const history = historyOf(job.data)
  const decision = decideRetry(error, history, now)
  const facts = { err: error, job: job.name, key: job.singletonKey ?? undefined, data: job.data.data }
  if (decision.kind === 'again') {
    options.log.warn({ ...facts, startAt: decision.startAt }, 'job failed; it will be tried again')
    await replace(options, job, laterTry(job.data, decision, now))
  } else if (decision.kind === 'park') {
    options.log.error(facts, 'job failed and waits for a person')
    await options.boss.send(parkedQueue, parkedCopy(job, error, now))
  } else {
    options.log.warn(facts, 'job given up: trying again cannot help')
  }
  return { outcome: decision.kind, problem: messageOf(error) }
}

type Again = Extract<RetryDecision, { kind: 'again' }>

function laterTry(job: StoredJob, { isOutage, startAt }: Again, now: Date): StoredJob {
  const stored = { ...job, startAt: startAt.toISOString() }
  if (!isOutage) return { ...stored, failures: (job.failures ?? 0) + 1 }
  const unavailableSince = job.unavailableSince ?? now.toISOString()
  return { ...stored, unavailableTries: (job.unavailableTries ?? 0) + 1, unavailableSince }
}

async function replace(options: RunOptions, job: TakenJob, stored: StoredJob): Promise<void> {
  await options.boss.send(job.name, stored, {
    ...(stored.startAt && { startAfter: stored.startAt }),
    ...(job.singletonKey !== null && { singletonKey: job.singletonKey }),
  })
}

function parkedCopy(job: TakenJob, error: unknown, now: Date): StoredParkedJob {
  const stack = error instanceof Error ? error.stack : undefined
  return { name: job.name, job: job.data, problem: messageOf(error), stack, parkedAt: now.toISOString() }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
