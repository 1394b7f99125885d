import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { idsPerCall } from './fetch-invoices.ts'
import { importById } from './import-by-id.ts'
import { addCounts } from './import-run-table.ts'
import { withRun } from './with-run.ts'

/**
 * Looks again at the lines of a connection whose next try has come, a hundred a call (promises B4, B5). With the switch
 * off nothing comes in by itself (A2, N1).
 */
export async function retryLines(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (connection.state !== 'connected' || !connection.importInvoicesAutomatically) return
  const externalIds = await listDueLines(ctx, connection.id)
  if (externalIds.length === 0) return
  const source = await sourceFor(ctx, connection.id, 'reconcile')
  await withRun(ctx, { connectionId: connection.id, kind: 'retry' }, async ({ runId, counts }) => {
    addCounts(counts, await importById(ctx, { connectionId: connection.id, source, externalIds, runId }))
  })
}

function listDueLines(ctx: Context, connectionId: string): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('importLines')
      .select('externalId')
      .where('connectionId', '=', connectionId)
      .where('nextTryAt', '<=', tx.now())
      .orderBy('nextTryAt')
      .limit(10 * idsPerCall)
      .execute()
    return rows.map((row) => row.externalId)
  })
}
