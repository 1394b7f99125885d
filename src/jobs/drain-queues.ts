import type { JobHandler } from './job.ts'
import { type RunOptions, settleJob } from './settle-job.ts'
import type { StoredJob } from './stored-job.ts'

/** Does every due job here, one after the other, until none is due any more. `clock` decides what is due. */
export async function drainQueues(
  options: RunOptions,
  handlers: ReadonlyMap<string, JobHandler>,
  clock: () => Date,
): Promise<number> {
  let tries = 0
  for (;;) {
    const due = await markDue(options, [...handlers.keys()], clock())
    if (due.length === 0) return tries
    for (const name of due) tries += await drainQueue(options, handlers.get(name))
  }
}

async function drainQueue(options: RunOptions, handler: JobHandler | undefined): Promise<number> {
  if (!handler) return 0
  const { boss } = options
  const jobs = await boss.fetch<StoredJob>(handler.job.name, { batchSize: 20, includeMetadata: true })
  for (const job of jobs) {
    const outcome = await settleJob(options, handler, job)
    await boss.complete(job.name, job, outcome)
  }
  return jobs.length
}

/**
 * The queue compares start times with the clock of the database. Here our clock decides, which in a test may stand
 * in another year: what is due by it is put into the database's past, everything else into its far future.
 */
async function markDue({ database }: RunOptions, names: string[], now: Date): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string; is_due: boolean }>(
    `update pgboss.job set start_after = case when is_due then now() - interval '1 hour' else now() + interval '20 years' end
     from (select id as due_id, name as due_name, coalesce((data->>'startAt')::timestamptz <= $2, true) as is_due
           from pgboss.job where state < 'active' and name = any($1)) as waiting
     where id = due_id and name = due_name returning name, is_due`,
    [names, now],
  )
  return [...new Set(rows.filter((row) => row.is_due).map((row) => row.name))].sort(
    (one, other) => names.indexOf(one) - names.indexOf(other),
  )
}
