import type { Database } from '../db/index.ts'
import { SourceUnavailableError } from '../errors.ts'
import type { JobHandler } from './job.ts'
import { lockNumber } from './lock-number.ts'
import { takeRunSlot } from './run-slots.ts'
import type { TakenJob } from './stored-job.ts'

/** A run of a key in this process; `again` when the same work was asked for meanwhile. */
type Run = { again: boolean; finished: Promise<void> }

/** Told of a failure that nobody else hears of, because the same work runs once more. */
export type HearFailure = (error: unknown) => void

type Client = { query(text: string, values: unknown[]): Promise<unknown> }

const runsOfDatabase = new WeakMap<Database, Map<string, Run>>()

/**
 * Runs the work by the policy of its job: of one key at most one at a time, in all processes together. A `stately`
 * job that comes while the same one runs in this process is over at once: that one runs once more, and stays
 * unfinished in the queue until then, so that a kill loses neither.
 */
export async function runInTurn(
  { database, hearFailure }: { database: Database; hearFailure: HearFailure },
  handler: JobHandler,
  job: TakenJob,
): Promise<void> {
  if (handler.job.policy === 'standard') return handler.run(job.data.data)
  const runs = runsOfDatabase.getOrInsertComputed(database, () => new Map<string, Run>())
  const name = `${job.name}\n${job.singletonKey ?? ''}`
  for (let current = runs.get(name); current; current = runs.get(name)) {
    if (handler.job.policy === 'stately') {
      current.again = true
      return
    }
    await current.finished.catch(() => {})
  }
  const run: Run = { again: false, finished: Promise.resolve() }
  const forget = () => runs.delete(name)
  runs.set(name, run)
  run.finished = runAlone(database, { handler, job, run, forget, hearFailure })
  return run.finished
}

type Alone = { handler: JobHandler; job: TakenJob; run: Run; forget: () => void; hearFailure: HearFailure }

async function runAlone(database: Database, alone: Alone): Promise<void> {
  const { handler, job, run, forget } = alone
  const giveBack = await takeRunSlot(database)
  const client = await database.owner.connect().catch((error: unknown) => {
    forget()
    giveBack()
    throw error
  })
  const runLock = lockNumber('run', job.name, job.singletonKey)
  try {
    await client.query('select pg_advisory_lock($1)', [runLock])
    do {
      run.again = false
      await waitForAskers(client, handler, job)
      await runUnlessAskedAgain(alone)
    } while (run.again)
  } finally {
    // From here on nobody can ask this run for one more.
    forget()
    // A connection that cannot give the lock back is thrown away, and the lock with it.
    client.release(await failureOf(client.query('select pg_advisory_unlock($1)', [runLock])))
    giveBack()
  }
}

/** A failure stops nothing when another run follows anyway, except for an outage: that one calls for a pause. */
async function runUnlessAskedAgain({ handler, job, run, hearFailure }: Alone): Promise<void> {
  try {
    await handler.run(job.data.data)
  } catch (error) {
    if (!run.again || error instanceof SourceUnavailableError) throw error
    hearFailure(error)
  }
}

async function failureOf(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    () => true,
  )
}

/**
 * Whoever asked for this job while it still waited added nothing to the queue, and may not have committed yet. Here
 * we wait for them, so that the work sees what they stored. Whoever asks from now on adds a new job.
 */
async function waitForAskers(client: Client, handler: JobHandler, job: TakenJob): Promise<void> {
  if (handler.job.policy !== 'stately') return
  const askLock = lockNumber('ask', job.name, job.singletonKey)
  await client.query('select pg_advisory_lock($1)', [askLock])
  await client.query('select pg_advisory_unlock($1)', [askLock])
}
