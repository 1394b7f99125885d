import { createHash } from 'node:crypto'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { CustomerSelection } from '../customer-lists/index.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { refreshManyJob } from './crm-customer-jobs.ts'

/**
 * Starts to bring a selection of customers, or all of them (an empty filter), to what the CRM says now (promise A15), also
 * while customers do not follow by themselves. Pressed again for the same ones it gives the run that is under way.
 */
export function startRefresh(
  ctx: Context,
  input: { selection: CustomerSelection; name: string },
): Promise<LongRun> {
  const { selection, name } = input
  return inTransaction(ctx, async (tx) => {
    const subjectId = keyOf(selection)
    const { run, isNew } = await startLongRun(tx, {
      kind: 'customer_refresh',
      subjectId,
      name,
      input: { selection },
    })
    if (isNew)
      await tx.enqueue(refreshManyJob, { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

/** The same for the same selection, so that one press more joins the run, and another selection has its own. */
function keyOf(selection: CustomerSelection): string {
  const text = JSON.stringify('ids' in selection ? [...selection.ids].sort() : sortedFilter(selection.filter))
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function sortedFilter(filter: object): [string, unknown][] {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== false)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}
