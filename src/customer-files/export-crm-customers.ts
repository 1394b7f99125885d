import { sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { type LongRun, type LongRunEnd, workOnLongRun } from '../long-runs/index.ts'
import { completeRows } from './complete-rows.ts'
import {
  type CrmExport,
  crmExportOf,
  type ExportStep,
  type ExportWork,
  exportCrmCustomersJob,
} from './crm-export.ts'
import { removeExportRows } from './crm-export-table.ts'
import { gatherKnown } from './gather-known.ts'
import { gatherPage } from './gather-page.ts'
import { writeCrmExport } from './write-crm-export.ts'

/** A job that ran for ever would count as lost one day: after this long another one goes on. */
const pieceMs = 5 * 60_000

/**
 * Does the work of an export (promise A12): pages through the CRM's customers, asks for what the lists lack, writes the
 * file. Each step is stored before the next one, so that a stop repeats one step at most; what cannot be read is named in
 * the result and holds nobody else up. Never asks for more than the exports' share of the calls.
 */
export async function exportCrmCustomers(ctx: Context, input: { runId: string }): Promise<void> {
  try {
    await workOnLongRun(ctx, input.runId, (run) => takeSteps(ctx, run))
  } finally {
    await removeExportRows(ctx, input.runId)
  }
}

async function takeSteps(ctx: Context, run: LongRun): Promise<LongRunEnd | undefined> {
  const source = await sourceFor(ctx, String(run.subjectId), 'export')
  const startedAt = performance.now()
  let step: ExportStep = crmExportOf(run)
  while (!isEnd(step)) {
    if (performance.now() - startedAt > pieceMs) return goOnLater(ctx, run.id)
    step = await takeStep({ ctx, source, run }, step)
  }
  return step
}

function takeStep(work: ExportWork, from: CrmExport): Promise<ExportStep> {
  switch (from.cursor.stage) {
    case 'lists':
      return gatherPage(work, from, from.cursor)
    case 'known':
      return gatherKnown(work, from, from.cursor.after)
    case 'details':
      return completeRows(work, from, from.cursor)
    case 'file':
      return writeCrmExport(work, from)
  }
}

function isEnd(step: ExportStep): step is LongRunEnd {
  return 'state' in step
}

async function goOnLater(ctx: Context, runId: string): Promise<undefined> {
  const data = { creditorId: creditorOf(ctx), runId }
  await inTransaction(ctx, (tx) => tx.enqueue(exportCrmCustomersJob, data, { key: runId }))
}
