import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'

export type ImportRunKind = 'webhook' | 'reconcile' | 'nightly' | 'retry' | 'by_hand'

/** How many invoices of a run ended how. */
export type ImportCounts = Record<'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed', number>

/** One pass of importing: what started it, when (UTC instants), and how many invoices ended how. */
export type ImportRun = {
  id: string
  connectionId: string
  kind: ImportRunKind
  state: 'running' | 'finished' | 'failed'
  startedAt: Date
  finishedAt: Date | null
  counts: Partial<ImportCounts>
  cause: string | null
}

export function noCounts(): ImportCounts {
  return { imported: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
}

export function addCounts(sum: ImportCounts, more: Partial<ImportCounts>): void {
  for (const outcome of Object.keys(sum) as (keyof ImportCounts)[]) sum[outcome] += more[outcome] ?? 0
}

export async function insertRun(
  tx: Tx,
  input: { connectionId: string; kind: ImportRunKind },
): Promise<string> {
  const id = newId('run')
  await tx.db
    .insertInto('importRuns')
    .values({ id, creditorId: creditorOf(tx), ...input, state: 'running', startedAt: tx.now(), counts: '{}' })
    .execute()
  return id
}

export async function closeRun(
  tx: Tx,
  input: { runId: string; state: 'finished' | 'failed'; counts: ImportCounts; cause: string | null },
): Promise<void> {
  await tx.db
    .updateTable('importRuns')
    .set({
      state: input.state,
      counts: JSON.stringify(input.counts),
      cause: input.cause,
      finishedAt: tx.now(),
    })
    .where('id', '=', input.runId)
    .execute()
}
