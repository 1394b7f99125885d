import type { Context } from '../context.ts'
import { AppError, SourceUnavailableError } from '../errors.ts'
import type { LongRun } from './long-run.ts'
import { endLongRun, type LongRunEnd, takeLongRun } from './move-long-run.ts'

/**
 * Does the work of a run: takes it, lets `work` go on from its cursor, and ends it as `work` says. An outage is thrown
 * on, so that the queue comes back and the run goes on where it was; any other error ends the run as failed, with the
 * error's words for the person, and is thrown on for the log. Does nothing when the run is over. `work` that gives nothing
 * has asked for another job, which goes on at the cursor: very long work comes in pieces.
 */
export async function workOnLongRun(
  ctx: Context,
  runId: string,
  work: (run: LongRun) => Promise<LongRunEnd | undefined>,
): Promise<void> {
  const run = await takeLongRun(ctx, runId)
  if (!run) return
  if (run.state === 'cancelling') return endLongRun(ctx, runId, { state: 'cancelled' })
  try {
    const end = await work(run)
    if (end) await endLongRun(ctx, runId, end)
  } catch (error) {
    if (error instanceof SourceUnavailableError) throw error
    const isKnown = error instanceof AppError
    await endLongRun(ctx, runId, {
      state: 'failed',
      cause: isKnown ? error.code : 'unexpected',
      causeDetail: isKnown ? error.message : 'Something went wrong on our side; the log has it',
    })
    if (!isKnown) throw error
  }
}
