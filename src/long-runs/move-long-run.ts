import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type LongRun, longRunColumns, type Progress, progressColumns } from './long-run.ts'

/**
 * Marks the run as under way and gives it, cursor included; undefined when there is nothing to do (it is over). The
 * verb of the work calls this first, so that a job that comes twice does nothing the second time.
 */
export function takeLongRun(ctx: Context | Tx, runId: string): Promise<LongRun | undefined> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('longRuns')
      .set((eb) => ({
        state: eb.case().when('state', '=', 'waiting').then('running').else(eb.ref('state')).end(),
        startedAt: eb.fn.coalesce('startedAt', eb.val(tx.now())),
      }))
      .where('id', '=', runId)
      .where('state', 'in', ['waiting', 'running', 'cancelling'])
      .returning([...longRunColumns])
      .executeTakeFirst()
    return row as unknown as LongRun | undefined
  })
}

/**
 * Stores progress, in the transaction of the facts that it counts, so that a kill repeats nothing. False when the person
 * has cancelled meanwhile, or the run is over: the verb then stops and calls `endLongRun` with `cancelled`.
 */
export function moveLongRun(ctx: Context | Tx, runId: string, progress: Progress): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('longRuns')
      .set({ ...progressColumns(progress), movedAt: tx.now() })
      .where('id', '=', runId)
      .where('state', 'in', ['running', 'cancelling'])
      .returning('state')
      .executeTakeFirst()
    return row?.state === 'running'
  })
}

export type LongRunEnd = Progress &
  /** `shortfall`: what of it could not be done, in words for a person; all the rest was. */
  (
    | { state: 'finished' | 'cancelled'; shortfall?: string | undefined }
    /** `cause` is a code, `causeDetail` words for a person. */
    | { state: 'failed'; cause: string; causeDetail: string }
  )

/** Ends a run, once; a line of history says how. Does nothing when it is over already. */
export function endLongRun(ctx: Context | Tx, runId: string, end: LongRunEnd): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { state, ...progress } = end
    const why = whyOf(end)
    const row = await tx.db
      .updateTable('longRuns')
      .set({ ...progressColumns(progress), ...why, state, movedAt: tx.now(), finishedAt: tx.now() })
      .where('id', '=', runId)
      .where('state', 'in', ['waiting', 'running', 'cancelling'])
      .returning(['id', 'kind', 'input'])
      .executeTakeFirst()
    if (!row) return
    const input = row.input as LongRun['input']
    await recordActivity(tx, {
      subjectKind: 'long_run',
      subjectId: row.id,
      kind: `longRun.${state}`,
      cause: end.state === 'failed' ? end.cause : null,
      data: { name: input.name, kind: row.kind },
    })
  })
}

function whyOf(end: LongRunEnd): { cause?: string; causeDetail?: string } {
  if (end.state === 'failed') return { cause: end.cause, causeDetail: end.causeDetail }
  return end.shortfall ? { cause: 'not_complete', causeDetail: end.shortfall } : {}
}
