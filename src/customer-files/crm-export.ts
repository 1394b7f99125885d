import type { Context, Tx } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import type { FailingRecords } from '../crm-customers/index.ts'
import { defineJob } from '../jobs/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun } from '../long-runs/index.ts'
import { firstPass, type ListPass } from './list-pass.ts'

/**
 * How much is asked about each customer of the CRM. `lists`: what the CRM's lists say, a hundred customers a call, without
 * invoicing addresses and without VAT numbers of persons. `whole`: those too, a call for each that we do not know yet.
 */
export type ExportDetails = 'whole' | 'lists'

/** Where an export is: it pages through two lists, looks for customers of ours that it did not
 * meet, asks for what lists lack, then writes the file. */
export type ExportCursor =
  | { stage: 'lists'; type: 'company' | 'person'; page: number; pass?: ListPass }
  | { stage: 'known'; after: string }
  | { stage: 'details'; pace: { since: string; from: number }; failing?: FailingRecords }
  | { stage: 'file' }

/** One export of a whole CRM, as it stands in its run. `calls` were asked of the CRM so far. */
export type CrmExport = {
  runId: string
  connectionId: string
  details: ExportDetails
  cursor: ExportCursor
  doneCount: number
  totalCount: number | null
  calls: number
  /** How many of the lists never stood still: somebody may be missing. */
  moving: number
}

/** The next state of an export, or how it ended. */
export type ExportStep = CrmExport | LongRunEnd

/** What the steps of an export work with. */
export type ExportWork = { ctx: Context; source: CrmSource; run: LongRun }

export const exportCrmCustomersJob = defineJob<{ creditorId: string; runId: string }>(
  'export-crm-customers',
  'stately',
)

export function crmExportOf(run: LongRun): CrmExport {
  return {
    runId: run.id,
    connectionId: String(run.subjectId),
    details: run.input.details === 'lists' ? 'lists' : 'whole',
    cursor: (run.cursor as ExportCursor | null) ?? startOf('company'),
    doneCount: run.doneCount,
    totalCount: run.totalCount,
    calls: run.counts.calls ?? 0,
    moving: run.counts.moving ?? 0,
  }
}

/** Where the reading of a list begins. */
export function startOf(type: 'company' | 'person'): ExportCursor {
  return { stage: 'lists', type, page: 1, pass: firstPass() }
}

/** Stores where the export is; an end when the person has cancelled it meanwhile. */
export async function moveCrmExport(tx: Tx, to: CrmExport): Promise<ExportStep> {
  const { runId, doneCount, totalCount, calls, moving, cursor } = to
  const counts = { calls, ...(moving > 0 && { moving }) }
  const goesOn = await moveLongRun(tx, runId, { doneCount, totalCount, counts, cursor })
  return goesOn ? to : { state: 'cancelled' }
}
