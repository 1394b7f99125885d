import { createHash } from 'node:crypto'
import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { ReconnectNeededError } from '../errors.ts'
import { countInvoices, type InvoiceSelection, pageInvoices } from '../invoice-lists/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { defineJob } from '../jobs/index.ts'
import {
  type LongRun,
  type LongRunEnd,
  type LongRunWork,
  moveLongRun,
  startLongRun,
  workOnLongRun,
} from '../long-runs/index.ts'
import { idsPerCall } from './fetch-invoices.ts'
import { importById } from './import-by-id.ts'
import { addCounts, type ImportCounts, noCounts } from './import-run-table.ts'
import { withRun } from './with-run.ts'

export const refreshInvoicesJob = defineJob<LongRunWork>('refresh-invoices', 'stately')

/** A job that ran for ever would count as lost one day: after this long another one goes on. */
const pieceMs = 5 * 60_000

/**
 * Starts to bring a selection of invoices to what the CRM says now (promise B16). Pressed again for the same ones it gives
 * the run that is under way.
 */
export function startInvoiceRefresh(
  ctx: Context,
  input: { selection: InvoiceSelection; name: string },
): Promise<LongRun> {
  const { selection, name } = input
  const asked = JSON.stringify(selection)
  return inTransaction(ctx, async (tx) => {
    const { run, isNew } = await startLongRun(tx, {
      kind: 'invoice_refresh',
      subjectId: `selection_${createHash('sha256').update(asked).digest('hex').slice(0, 32)}`,
      name,
      input: { selection },
      totalCount: await countInvoices(tx, selection),
    })
    if (isNew)
      await tx.enqueue(refreshInvoicesJob, { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

type Counts = ImportCounts & { notConnected: number }
type Progress = { after: string; doneCount: number; counts: Counts }

/**
 * Does the work of a refresh of many: a hundred invoices a call. Goes on at its cursor after a stop, waits out an outage, and
 * stops when it is cancelled. Invoices of a connection that is not connected are counted and left as they are.
 */
export function refreshInvoices(ctx: Context, input: { runId: string }): Promise<void> {
  return workOnLongRun(ctx, input.runId, async (run): Promise<LongRunEnd | undefined> => {
    const startedAt = performance.now()
    const selection = run.input.selection as InvoiceSelection
    const progress = progressOf(run)
    for (;;) {
      const invoices = await pageInvoices(ctx, { selection, after: progress.after, limit: idsPerCall })
      if (invoices.length === 0) return endOf('finished', progress)
      await refreshPage(ctx, invoices, progress.counts)
      progress.after = invoices.at(-1)?.id ?? progress.after
      progress.doneCount += invoices.length
      const { doneCount, counts, after } = progress
      if (!(await moveLongRun(ctx, run.id, { doneCount, counts, cursor: { after } })))
        return endOf('cancelled', progress)
      if (performance.now() - startedAt > pieceMs) return goOnLater(ctx, run.id)
    }
  })
}

function progressOf(run: LongRun): Progress {
  const { after } = (run.cursor ?? { after: '' }) as { after: string }
  return { after, doneCount: run.doneCount, counts: { ...noCounts(), notConnected: 0, ...run.counts } }
}

function endOf(state: 'finished' | 'cancelled', { doneCount, counts }: Progress): LongRunEnd {
  return { state, doneCount, counts, result: counts }
}

async function goOnLater(ctx: Context, runId: string): Promise<undefined> {
  const data = { creditorId: creditorOf(ctx), runId }
  await inTransaction(ctx, (tx) => tx.enqueue(refreshInvoicesJob, data, { key: runId }))
}

async function refreshPage(ctx: Context, invoices: readonly Invoice[], counts: Counts): Promise<void> {
  for (const [connectionId, those] of Map.groupBy(invoices, (invoice) => invoice.connectionId)) {
    const externalIds = those.map(({ externalId }) => externalId)
    const { state } = await getConnection(ctx, { connectionId })
    if (state !== 'connected') {
      counts.notConnected += externalIds.length
      continue
    }
    try {
      addCounts(counts, await lookAtAll(ctx, { connectionId, externalIds }))
    } catch (error) {
      if (!(error instanceof ReconnectNeededError)) throw error
      counts.notConnected += externalIds.length
    }
  }
}

async function lookAtAll(
  ctx: Context,
  { connectionId, externalIds }: { connectionId: string; externalIds: string[] },
): Promise<ImportCounts> {
  const source = await sourceFor(ctx, connectionId, 'export')
  const { counts } = await withRun(ctx, { connectionId, kind: 'by_hand' }, async (run) => {
    addCounts(
      run.counts,
      await importById(ctx, { connectionId, source, externalIds, runId: run.runId, readsFieldsAgain: true }),
    )
  })
  return counts
}
