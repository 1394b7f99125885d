import { type Context, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { causeOfFailure } from './cause-of-failure.ts'
import { fetchInvoices, idsPerCall } from './fetch-invoices.ts'
import { importInvoices } from './import-invoices.ts'
import { drawFetchTicket } from './import-line-table.ts'
import { addCounts, type ImportCounts, noCounts } from './import-run-table.ts'
import { recordWaiting } from './record-failures.ts'

export type ImportByIdInput = {
  connectionId: string
  source: CrmSource
  externalIds: readonly string[]
  /** Ids of which the CRM told us that they were deleted. */
  deletedIds?: ReadonlySet<string>
  runId: string | null
  /** See ImportPage. */
  readsFieldsAgain?: boolean
  /** See ImportPage. */
  tellsCredited?: boolean
}

/**
 * Asks the CRM for the truth about these invoices, a hundred a call, and imports what belongs in. While the CRM
 * cannot be asked, or refuses, each of them that we do not hold says so in the ledger and has a next try; the
 * error is passed on for the retry, unless the CRM refused and each invoice has a line with its own next try.
 */
export async function importById(ctx: Context, input: ImportByIdInput): Promise<ImportCounts> {
  const counts = noCounts()
  for (let index = 0; index < input.externalIds.length; index += idsPerCall) {
    addCounts(
      counts,
      await importChunk(ctx, { ...input, externalIds: input.externalIds.slice(index, index + idsPerCall) }),
    )
  }
  return counts
}

async function importChunk(ctx: Context, input: ImportByIdInput): Promise<ImportCounts> {
  const { connectionId, source, externalIds, runId } = input
  const ticket = await inTransaction(ctx, drawFetchTicket)
  try {
    const { invoices, unreadable, absent } = await fetchInvoices(source, externalIds)
    const missing = absent.map((externalId) => ({
      externalId,
      isDeleted: input.deletedIds?.has(externalId) ?? false,
    }))
    return await importInvoices(ctx, source, {
      connectionId,
      ticket,
      runId,
      invoices,
      unreadable,
      absent: missing,
      readsFieldsAgain: input.readsFieldsAgain ?? false,
      tellsCredited: input.tellsCredited ?? false,
    })
  } catch (error) {
    const cause = causeOfFailure(error)
    if (!cause || !(error instanceof Error)) throw error
    const failed = await recordWaiting(ctx, {
      connectionId,
      ticket,
      runId,
      externalIds,
      cause,
      detail: error.message,
      retryAt: error instanceof SourceUnavailableError ? (error.retryAt ?? null) : null,
    })
    // Where every line has its own next try, asking again at once would only be refused in the same words.
    if (error instanceof SourceRejectedError && failed === externalIds.length)
      return { ...noCounts(), failed }
    throw error
  }
}
