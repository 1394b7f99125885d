import { type Context, inTransaction, type Tx } from '../context.ts'
import { getLongRun } from './get-long-run.ts'
import type { LongRun } from './long-run.ts'
import { endLongRun } from './move-long-run.ts'

/**
 * A person wants it to stop. Work that has not begun is over at once; work under way stops at its next step and keeps
 * what is done. Pressing again changes nothing. Throws NotFoundError.
 */
export function cancelLongRun(ctx: Context | Tx, runId: string): Promise<LongRun> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('longRuns')
      .set({ state: 'cancelling' })
      .where('id', '=', runId)
      .where('state', 'in', ['waiting', 'running'])
      .returning('startedAt')
      .executeTakeFirst()
    if (row && row.startedAt === null) await endLongRun(tx, runId, { state: 'cancelled' })
    return getLongRun(tx, runId)
  })
}
