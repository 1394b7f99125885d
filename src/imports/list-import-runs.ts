import { type Context, inTransaction, type Tx } from '../context.ts'
import type { ImportRun } from './import-run-table.ts'

/** The passes of importing so far, newest first. Those that a webhook started are many: they come only when asked for. */
export function listImportRuns(
  ctx: Context | Tx,
  input: { withWebhooks: boolean; before?: string | undefined; limit: number },
): Promise<ImportRun[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('importRuns')
      .select(['id', 'connectionId', 'kind', 'state', 'startedAt', 'finishedAt', 'counts', 'cause'])
      .orderBy('id', 'desc')
      .limit(input.limit)
    if (!input.withWebhooks) query = query.where('kind', '<>', 'webhook')
    if (input.before) query = query.where('id', '<', input.before)
    return (await query.execute()) as ImportRun[]
  })
}
