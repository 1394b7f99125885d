import { createHash } from 'node:crypto'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { type CustomerSelection, countCustomers } from '../customer-lists/index.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { exportSelectionJob } from './export-selection.ts'

/**
 * Starts to export customers of ours, by id or by filter, to a shared file of the actor. Pressed again it gives the same
 * export while it is under way; another selection, or another person, has one of its own.
 */
export function startSelectionExport(
  ctx: Context,
  input: { selection: CustomerSelection },
): Promise<LongRun> {
  const { selection } = input
  const asked = JSON.stringify([ctx.actor.id ?? '', selection])
  return inTransaction(ctx, async (tx) => {
    const { run, isNew } = await startLongRun(tx, {
      kind: 'customer_selection_export',
      subjectId: `selection_${createHash('sha256').update(asked).digest('hex').slice(0, 32)}`,
      name: `customers-${tx.now().toISOString().slice(0, 10)}.csv`,
      input: { selection },
      totalCount: await countCustomers(tx, selection),
    })
    if (isNew) {
      const data = { creditorId: creditorOf(tx), runId: run.id }
      await tx.enqueue(exportSelectionJob, data, { key: run.id })
    }
    return run
  })
}
