import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { manualImportJob } from './manual-jobs.ts'

/**
 * Every few minutes: asks for the work of each run by hand that is not over. Whoever had it may have given up after a long
 * outage, and a run that nobody works on can neither end nor be cancelled. Asking twice is free.
 */
export function tickManualImports(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const runs = await tx.db
      .selectFrom('longRuns')
      .select(['id', 'creditorId'])
      .where('kind', 'in', ['invoice_preview', 'invoice_import'])
      .where('state', 'in', ['waiting', 'running', 'cancelling'])
      .execute()
    for (const { id: runId, creditorId } of runs)
      await tx.enqueue(manualImportJob, { creditorId, runId }, { key: runId })
  })
}
