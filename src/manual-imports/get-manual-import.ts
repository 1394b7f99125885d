import { type Context, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import type { ImportCounts } from '../imports/index.ts'
import { getLongRun, type LongRun } from '../long-runs/index.ts'
import type { AskedInvoices } from './asked-invoices.ts'
import type { InvitationChoice } from './choose-invitations.ts'
import { cursorOfRun, inputOfRun } from './manual-import.ts'
import { countLines, type ManualLineSummary, summariseLines } from './manual-line-table.ts'

/** A preview or an import by hand: what was asked, and what came of it so far. */
export type ManualImport = ManualLineSummary & {
  run: LongRun
  isPreview: boolean
  connectionId: string
  asked: AskedInvoices
  /** How many were found, and what became of those that are decided. */
  found: number
  counts: ImportCounts
  /** What was chosen, or what an import after this preview does if nobody says otherwise. */
  choice: InvitationChoice
  /** Numbers and ids that the CRM does not show to the connected user. */
  unknown: string[]
  /** False when a list kept moving while it was read, so that an invoice may be lacking. */
  isComplete: boolean
  /** It is under way, and goes on by itself once the CRM answers again. */
  isWaitingForCrm: boolean
}

/** Throws NotFoundError, also for another kind of long work. */
export function getManualImport(ctx: Context, runId: string): Promise<ManualImport> {
  return inTransaction(ctx, async (tx) => {
    const run = await getLongRun(tx, runId)
    const isPreview = run.kind === 'invoice_preview'
    if (!isPreview && run.kind !== 'invoice_import') throw new NotFoundError('There is no such import')
    const { connectionId, asked, invitations: choice } = inputOfRun(run)
    const { found, unknown, isComplete, isWaiting } = cursorOfRun(run)
    const summary = await summariseLines(tx, runId)
    const counts = await countLines(tx, runId)
    return {
      run,
      isPreview,
      connectionId,
      asked,
      choice,
      found,
      counts,
      unknown: [...new Set(unknown)],
      isComplete,
      isWaitingForCrm: isWaiting && run.finishedAt === null,
      ...summary,
    }
  })
}
