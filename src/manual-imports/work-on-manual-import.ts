import { sourceFor } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { closeRun, insertRun, raiseAlarm } from '../imports/index.ts'
import { getLongRun, type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { decideCandidates } from './decide-candidates.ts'
import { findCandidates, type ManualRun } from './find-candidates.ts'
import { noteSummary } from './mails/note-mails.ts'
import { cursorOfRun, inputOfRun } from './manual-import.ts'
import { countLines, summariseLines } from './manual-line-table.ts'
import { rememberCustomers } from './remember-customers.ts'

/**
 * Does the work of a preview or an import by hand, in the name of whoever started it; goes on at its cursor after a stop.
 * Safe to run twice. An import ends with one mail (promise B8), also when it was cancelled or failed half way.
 */
export async function workOnManualImport(ctx: Context, { runId }: { runId: string }): Promise<void> {
  const asStarted = await getLongRun(ctx, runId)
  const own = asStarter(ctx, asStarted)
  await workOnLongRun(own, runId, (run) => work(own, run))
  await settleImport(own, runId)
}

function asStarter(ctx: Context, { startedById, startedByName }: LongRun): Context {
  if (!startedById) return ctx
  return { ...ctx, actor: { kind: 'user', id: startedById, name: startedByName ?? undefined } }
}

async function work(ctx: Context, longRun: LongRun): Promise<LongRunEnd> {
  const input = inputOfRun(longRun)
  const { connectionId } = input
  // Nobody waits for one answer, and webhooks must not wait for a long import.
  const source = await sourceFor(ctx, connectionId, 'reconcile')
  const isPreview = longRun.kind === 'invoice_preview'
  const run: ManualRun = {
    ...input,
    ctx,
    source: isPreview ? rememberCustomers(source) : source,
    runId: longRun.id,
    isPreview,
    cursor: { ...cursorOfRun(longRun), isWaiting: false },
  }
  try {
    if (!isPreview) await openLedgerRun(run)
    if (run.cursor.phase === 'find' && !(await findCandidates(run))) return endOf(run, 'cancelled')
    return endOf(run, (await decideCandidates(run)) ? 'finished' : 'cancelled')
  } catch (error) {
    const cause = await waitOrAlarm(run, error)
    if (cause instanceof SourceUnavailableError)
      await moveLongRun(ctx, run.runId, { cursor: { ...run.cursor, isWaiting: true } })
    throw cause
  }
}

async function openLedgerRun(run: ManualRun): Promise<void> {
  const { ctx, runId, connectionId, cursor } = run
  if (cursor.importRunId) return
  run.cursor = await inTransaction(ctx, async (tx) => {
    const opened = { ...cursor, importRunId: await insertRun(tx, { connectionId, kind: 'by_hand' }) }
    await moveLongRun(tx, runId, { cursor: opened })
    return opened
  })
}

async function endOf(
  { ctx, runId, cursor }: ManualRun,
  state: 'finished' | 'cancelled',
): Promise<LongRunEnd> {
  const summary = await inTransaction(ctx, (tx) => summariseLines(tx, runId))
  const { importRunId, isComplete, unknown } = cursor
  return { state, result: { importRunId, isComplete, unknown: [...new Set(unknown)], ...summary } }
}

/** Half an answer or a web page comes from something that is broken and may be whole again; a refusal stands. */
async function waitOrAlarm({ ctx, connectionId }: ManualRun, error: unknown): Promise<unknown> {
  if (!(error instanceof SourceRejectedError)) return error
  if (error.code === 'unreadable_answer') return new SourceUnavailableError(error.message, { cause: error })
  return raiseAlarm(ctx, connectionId, error)
}

/** Closes the ledger's own run and asks for the mail, once, however the import ended. */
function settleImport(ctx: Context, runId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const run = await getLongRun(tx, runId)
    const { importRunId } = cursorOfRun(run)
    if (!run.finishedAt || !importRunId) return
    await closeRun(tx, {
      runId: importRunId,
      state: run.state === 'failed' ? 'failed' : 'finished',
      counts: await countLines(tx, runId),
      cause: run.causeDetail ?? (run.state === 'cancelled' ? 'cancelled' : null),
    })
    await noteSummary(tx, run)
  })
}
