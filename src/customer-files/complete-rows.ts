import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer, CrmSource, Unreadable } from '../crm/index.ts'
import {
  decideFailing,
  dueOfFailing,
  type FailingRecords,
  isFailureOfRecord,
} from '../crm-customers/index.ts'
import { factsOf } from '../customers/index.ts'
import { SourceRejectedError, type SourceUnavailableError } from '../errors.ts'
import {
  type CrmExport,
  type ExportCursor,
  type ExportStep,
  type ExportWork,
  moveCrmExport,
} from './crm-export.ts'
import {
  type ExportRow,
  findCompleteRow,
  listIncomplete,
  removeFromExport,
  storeExportRows,
} from './crm-export-table.ts'

/** Asked side by side, so that the time an answer takes does not add up; the budget decides how fast it goes. */
const atOnce = 10

type DetailsPlace = Extract<ExportCursor, { stage: 'details' }>

/**
 * Asks for the whole records of some that only a list told of. What was answered is stored even when another answer
 * failed: an outage costs no call twice. A record at which the CRM fails, and at no other, is asked for again later, a few
 * times, and then named in the result with what the list told.
 */
export async function completeRows(
  { ctx, source }: ExportWork,
  from: CrmExport,
  place: DetailsPlace,
): Promise<ExportStep> {
  const rows = await rowsToAsk(ctx, from.runId, place.failing ?? {})
  if (rows.length === 0)
    return inTransaction(ctx, (tx) => moveCrmExport(tx, { ...from, cursor: { stage: 'file' } }))
  const asked = await Promise.all(rows.map((row) => ask(source, row)))
  const look = await lookAt({ ctx, source, from }, place, asked)
  const step = await inTransaction(ctx, (tx) => storeAnswers(tx, look.from, look.answers))
  if (look.outage && !('state' in step)) throw look.outage
  return step
}

/** Those that were not asked for first; then those that failed, when their time has come. */
async function rowsToAsk(ctx: Context, runId: string, failing: FailingRecords): Promise<ExportRow[]> {
  const without = Object.keys(failing)
  const rows = await listIncomplete(ctx, runId, { limit: atOnce, without })
  if (rows.length > 0 || without.length === 0) return rows
  return listIncomplete(ctx, runId, { limit: atOnce, among: dueOfFailing(failing, ctx.now()) })
}

/** `completed` is undefined when the CRM no longer has the record. */
type Answer = { row: ExportRow; completed: ExportRow | undefined }
type Failure = { row: ExportRow; failure: SourceUnavailableError }

async function ask(source: CrmSource, row: ExportRow): Promise<Asked> {
  try {
    const found = await source.findCustomer(row)
    return { row, completed: found && completedBy(row, found) }
  } catch (error) {
    if (isFailureOfRecord(error)) return { row, failure: error }
    // Refused for this one: it is named in the result. Whatever else went wrong is about all of them.
    if (!(error instanceof SourceRejectedError)) return { error: asError(error) }
    return { row, completed: unread(row, error.message) }
  }
}

/** A record that cannot be read stays as the list told it, and says so. */
function completedBy(row: ExportRow, found: CrmCustomer | Unreadable): ExportRow {
  if ('problem' in found) return unread(row, found.problem)
  return { ...row, facts: factsOf(found), isActive: !found.isDeactivated, isComplete: true }
}

function unread(row: ExportRow, problem: string): ExportRow {
  return { ...row, isComplete: true, problem }
}

type Place = { ctx: Context; source: CrmSource; from: CrmExport }
type Asked = Answer | Failure | { error: Error }
type Look = { from: CrmExport; answers: Answer[]; outage: Error | undefined }

/** Notes at which records the CRM failed, unless it is the CRM itself that is away. */
async function lookAt(at: Place, place: DetailsPlace, asked: readonly Asked[]): Promise<Look> {
  const answers = asked.filter((one) => 'completed' in one)
  const failures = asked.filter((one) => 'failure' in one)
  const outage =
    asked.find((one) => 'error' in one)?.error ??
    (answers.length === 0 ? await failureOfAnother(at, failures) : undefined)
  if (outage) return { from: at.from, answers, outage }
  const decided = decideFailing(place.failing ?? {}, {
    settled: answers.map(({ row }) => keyOf(row)),
    failed: failures.map(({ row }) => keyOf(row)),
    now: at.ctx.now(),
  })
  if (!decided) return { from: at.from, answers, outage: failures[0]?.failure }
  const { failing, givenUp } = decided
  const over = failures.filter(({ row }) => givenUp.includes(keyOf(row)))
  return {
    from: { ...at.from, cursor: { ...place, failing } },
    answers: [
      ...answers,
      ...over.map(({ row, failure }) => ({ row, completed: unread(row, failure.message) })),
    ],
    outage: undefined,
  }
}

/** When nothing was answered: whether the CRM fails at something else too, and is away. */
async function failureOfAnother(
  { ctx, source, from }: Place,
  failures: readonly Failure[],
): Promise<Error | undefined> {
  const other = await findCompleteRow(ctx, from.runId)
  try {
    if (other) await source.findCustomer(other)
    else await source.listCustomers(failures.map(({ row }) => row))
    return undefined
  } catch (error) {
    return error instanceof SourceRejectedError ? undefined : asError(error)
  }
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

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Something else than an error', { cause: error })
}

function keyOf({ type, externalId }: ExportRow): string {
  return `${type}:${externalId}`
}
