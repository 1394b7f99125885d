import type { PgBoss } from 'pg-boss'
import type { JobHandler } from './job.ts'
import { type RunOptions, settleJob } from './settle-job.ts'
import type { StoredJob } from './stored-job.ts'

const workOptions = {
  includeMetadata: true,
  perJobResults: true,
  batchSize: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const

/** Starts the workers of every job. A new job wakes one at once; the polling is only the safety net. */
export async function workQueues(options: RunOptions, handlers: readonly JobHandler[]): Promise<void> {
  for (const handler of handlers) await workQueue(options, handler, options.boss)
}

async function workQueue(options: RunOptions, handler: JobHandler, boss: PgBoss): Promise<void> {
  const settings = { ...workOptions, localConcurrency: handler.atOnce }
  await boss.work<StoredJob, object, typeof settings>(handler.job.name, settings, (jobs) =>
    Promise.all(
      jobs.map(async (job) => ({
        id: job.id,
        status: 'completed' as const,
        output: await settleJob(options, handler, job),
      })),
    ),
  )
}
