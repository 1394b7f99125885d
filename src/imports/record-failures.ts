import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmInvoice } from '../crm/index.ts'
import { AppError, ReconnectNeededError, SourceUnavailableError } from '../errors.ts'
import type { FailCause } from './import-cause.ts'
import {
  attemptsAfter,
  findLineOf,
  keepRawCopies,
  type LineToWrite,
  lockLines,
  writeLines,
} from './import-line-table.ts'
import type { PreparedPage } from './import-page.ts'
import { type ImportCounts, noCounts } from './import-run-table.ts'
import { nextTryAt } from './retry-delays.ts'

// PostgreSQL: connection lost, no resources, shutting down, system error, serialization. Node: the wire.
const outageCodes = /^(08|53|57|58|40)|^E(CONN|PIPE|NOENT|TIMEDOUT|AI_AGAIN)/

/** The world is down, not the invoice bad: the same page can be written later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof SourceUnavailableError || error instanceof ReconnectNeededError) return true
  if (error instanceof AppError) return false
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && outageCodes.test(code)
}

/** Writes down the one invoice that cannot be stored, with our database's words and a copy of what the CRM sent. */
export async function recordPoison(
  tx: Tx,
  { page, invoice, error }: { page: PreparedPage; invoice: CrmInvoice; error: unknown },
): Promise<ImportCounts> {
  const problem = error instanceof Error ? error.message : String(error)
  const { connectionId, ticket, runId, withoutInvitations } = page
  const lines = await lockLines(tx, { connectionId, externalIds: [invoice.externalId] })
  const line = failedLine({
    externalId: invoice.externalId,
    cause: 'cannot_be_stored',
    detail: problem,
    attempts: attemptsAfter(lines.get(invoice.externalId), 'cannot_be_stored'),
    now: tx.now(),
  })
  await writeLines(tx, { connectionId, ticket, runId, lines: [line], withoutInvitations })
  const body = JSON.stringify(invoice)
  await keepRawCopies(tx, { connectionId, copies: [{ externalId: invoice.externalId, problem, body }] })
  const written = await findLineOf(tx, connectionId, invoice.externalId)
  if (written) {
    await recordActivity(tx, {
      subjectKind: 'import_line',
      subjectId: written.id,
      kind: 'invoice.failed',
      cause: 'cannot_be_stored',
    })
  }
  await page.onDecided?.(tx, [line])
  return { ...noCounts(), failed: 1 }
}

type FailedLineInput = {
  externalId: string
  cause: FailCause
  detail: string | null
  attempts: number
  now: Date
}

/** A ledger line for what failed: the cause, the words, and when Vorder looks again. */
export function failedLine({ externalId, cause, detail, attempts, now }: FailedLineInput): LineToWrite {
  return {
    externalId,
    outcome: 'failed',
    cause,
    causeDetail: detail?.replaceAll('\u0000', '\\u0000').slice(0, 500) ?? null,
    warning: null,
    invoiceId: null,
    number: null,
    customerName: null,
    totalCents: null,
    currency: null,
    webUrl: null,
    nextTryAt: nextTryAt({ cause, attempts, now }),
    externalUpdatedAt: null,
  }
}

type Waiting = {
  connectionId: string
  ticket: number
  runId: string | null
  externalIds: readonly string[]
  cause: FailCause
  detail: string | null
  /** The instant that the CRM named; otherwise the table of delays says when. */
  retryAt: Date | null
}

/**
 * The CRM cannot be asked now: every invoice that we were told of and do not hold gets a line that says so, with a
 * next try, so that nothing is silently missing while we wait (promise B4). Lines of invoices that are in, or that
 * stay out by a decision, stay as they are. Answers how many lines wait.
 */
export function recordWaiting(ctx: Context, input: Waiting): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const { connectionId, ticket, runId, cause, detail } = input
    const lines = await lockLines(tx, input)
    const waiting = input.externalIds.filter(
      (externalId) => (lines.get(externalId)?.outcome ?? 'failed') === 'failed',
    )
    // Every hint that comes meanwhile asks again: what says already that a person has to connect need not say it again.
    const news = waiting.filter(
      (externalId) => cause !== 'reconnect_needed' || lines.get(externalId)?.cause !== cause,
    )
    await writeLines(tx, {
      connectionId,
      ticket,
      runId,
      lines: news.map((externalId) => {
        const attempts = attemptsAfter(lines.get(externalId), cause)
        const line = failedLine({ externalId, cause, detail, attempts, now: tx.now() })
        return { ...line, nextTryAt: input.retryAt ?? line.nextTryAt }
      }),
    })
    return waiting.length
  })
}
