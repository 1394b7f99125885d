import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { defineJob, type Job } from '../jobs/index.ts'
import type { LongRunKind } from './long-run.ts'

/** What the job of any long run carries; its key is the run's id. */
export type LongRunWork = { creditorId: string; runId: string }

/** Asks for the work of each long run that is not over, so that none rests on one lost job. */
export const tickLongRunsJob = defineJob<Record<string, never>>('tick-long-runs', 'stately')

/**
 * Every few minutes: asks for the work of each run that is not over. Whoever had it may have given up after a long outage,
 * and a run that nobody works on can neither end nor be cancelled, and keeps the next one of its kind from starting. The
 * jobs are `stately`: asking twice is free.
 */
export function tickLongRuns(
  ctx: Context,
  jobOf: Readonly<Partial<Record<LongRunKind, Job<LongRunWork>>>>,
): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const runs = await tx.db
      .selectFrom('longRuns')
      .select(['id', 'creditorId', 'kind'])
      .where('state', 'in', ['waiting', 'running', 'cancelling'])
      .execute()
    for (const { id: runId, creditorId, kind } of runs) {
      const job = jobOf[kind as LongRunKind]
      if (job) await tx.enqueue(job, { creditorId, runId }, { key: runId })
    }
  })
}
