import { type Context, inTransaction } from '../context.ts'
import { closeRun, type ImportCounts, type ImportRunKind, insertRun, noCounts } from './import-run-table.ts'

/** Keeps a record of one pass of importing: begun, ended, counts, and why it failed if it did. */
export async function withRun(
  ctx: Context,
  input: { connectionId: string; kind: ImportRunKind },
  work: (run: { runId: string; counts: ImportCounts }) => Promise<void>,
): Promise<{ runId: string; counts: ImportCounts }> {
  const runId = await inTransaction(ctx, (tx) => insertRun(tx, input))
  const run = { runId, counts: noCounts() }
  try {
    await work(run)
  } catch (error) {
    const cause = error instanceof Error ? error.message.slice(0, 500) : String(error)
    await inTransaction(ctx, (tx) => closeRun(tx, { ...run, state: 'failed', cause }))
    throw error
  }
  await inTransaction(ctx, (tx) => closeRun(tx, { ...run, state: 'finished', cause: null }))
  return run
}
