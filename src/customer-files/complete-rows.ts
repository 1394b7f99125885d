import { inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer, CrmSource, Unreadable } from '../crm/index.ts'
import { factsOf } from '../customers/index.ts'
import { SourceRejectedError } from '../errors.ts'
import { type CrmExport, type ExportStep, type ExportWork, moveCrmExport } from './crm-export.ts'
import { type ExportRow, listIncomplete, removeFromExport, storeExportRows } from './crm-export-table.ts'

/** Asked side by side, so that the time an answer takes does not add up; the budget decides how fast it goes. */
const atOnce = 10

/**
 * Asks for the whole records of some that only a list told of. What was answered is stored even when another answer
 * failed: an outage costs no call twice.
 */
export async function completeRows({ ctx, source }: ExportWork, from: CrmExport): Promise<ExportStep> {
  const rows = await listIncomplete(ctx, from.runId, atOnce)
  if (rows.length === 0)
    return inTransaction(ctx, (tx) => moveCrmExport(tx, { ...from, cursor: { stage: 'file' } }))
  const asked = await Promise.all(rows.map((row) => ask(source, row)))
  const answers = asked.filter((answer) => 'completed' in answer)
  const step = await inTransaction(ctx, (tx) => storeAnswers(tx, from, answers))
  const failed = asked.find((answer) => 'error' in answer)
  if (failed && !('state' in step)) throw failed.error
  return step
}

/** `completed` is undefined when the CRM no longer has the record. */
type Answer = { row: ExportRow; completed: ExportRow | undefined }

async function ask(source: CrmSource, row: ExportRow): Promise<Answer | { error: unknown }> {
  try {
    const found = await source.findCustomer(row)
    return { row, completed: found && completedBy(row, found) }
  } catch (error) {
    // Refused for this one: it is named in the result. Whatever else went wrong is about all of them.
    if (!(error instanceof SourceRejectedError)) return { error }
    return { row, completed: { ...row, isComplete: true, problem: error.message } }
  }
}

/** A record that cannot be read stays as the list told it, and says so. */
function completedBy(row: ExportRow, found: CrmCustomer | Unreadable): ExportRow {
  if ('problem' in found) return { ...row, isComplete: true, problem: found.problem }
  return { ...row, facts: factsOf(found), isActive: !found.isDeactivated, isComplete: true }
}

async function storeAnswers(tx: Tx, from: CrmExport, answers: readonly Answer[]): Promise<ExportStep> {
  const absent = answers.filter(({ completed }) => !completed)
  await storeExportRows(
    tx,
    from.runId,
    answers.flatMap(({ completed }) => completed ?? []),
  )
  await removeFromExport(
    tx,
    from.runId,
    absent.map(({ row }) => row),
  )
  return moveCrmExport(tx, {
    ...from,
    calls: from.calls + answers.length,
    doneCount: from.doneCount + answers.length - absent.length,
    totalCount: from.totalCount === null ? null : from.totalCount - absent.length,
  })
}
