import type { Context } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { AppError, ReconnectNeededError, SourceUnavailableError } from '../errors.ts'
import { checkDocument } from './check-document.ts'
import type { ClaimedDocument } from './claim-documents.ts'
import type { DocumentCause, FailureCause, OutageCause } from './invoice-document.ts'
import { keepDocument } from './keep-document.ts'
import { recordFailure, recordRetrieved, recordVersions, releaseForOutage } from './record-outcome.ts'

export type RetrievalOutcome = 'retrieved' | DocumentCause

/** How one try is made: by the schedule or by hand. */
export type Retrieval = { source: CrmSource; isScheduled: boolean }

/** Fetching waits mostly for others: a few at a time use the time, and no more than a few are in memory. */
const atOnce = 3

/**
 * Fetches claimed documents, checks them and stores what is sound; each ends with a line that says how it went. Gives the
 * outcome of each by its id. Throws SourceUnavailableError or ReconnectNeededError when the CRM itself cannot be asked:
 * what was not tried is given back, and no try is used up.
 */
export async function downloadClaimed(
  ctx: Context,
  retrieval: Retrieval,
  claimed: readonly ClaimedDocument[],
): Promise<Map<string, RetrievalOutcome>> {
  const outcomes = new Map<string, RetrievalOutcome>()
  const waiting = [...claimed]
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes.set(next.id, await downloadOne(ctx, retrieval, next))
  }
  try {
    const known = await learnVersions(ctx, retrieval.source, claimed)
    waiting.splice(0, waiting.length, ...known)
    await untilAllEnd(Array.from({ length: Math.min(atOnce, known.length) }, work), () => waiting.splice(0))
    return outcomes
  } catch (error) {
    const untried = claimed.filter(({ id }) => !outcomes.has(id))
    await giveBack(ctx, untried, error)
    throw error
  }
}

/** Waits for all of them, also when one fails: what is under way is not left alone. Throws the first failure. */
async function untilAllEnd(work: readonly Promise<void>[], onFailure: () => void): Promise<void> {
  const ends = await Promise.allSettled(
    work.map((each) =>
      each.catch((error: unknown) => {
        onFailure()
        throw error
      }),
    ),
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

/**
 * The CRM's list names versions, a hundred in one call; the download does not. Without this a document that was fetched
 * before its version was known would be fetched again as soon as it is.
 */
async function learnVersions(
  ctx: Context,
  source: CrmSource,
  claimed: readonly ClaimedDocument[],
): Promise<ClaimedDocument[]> {
  const externalIds = claimed
    .filter(({ versionWanted, isArchived }) => versionWanted === null && !isArchived)
    .map(({ externalId }) => externalId)
  if (externalIds.length === 0) return [...claimed]
  const { items } = await source.listInvoices({ externalIds: [...new Set(externalIds)] })
  const versions = new Map(items.map(({ externalId, documentVersion }) => [externalId, documentVersion]))
  const known = claimed.map((document) => ({
    ...document,
    versionWanted: document.versionWanted ?? versions.get(document.externalId) ?? null,
  }))
  await recordVersions(ctx, known)
  return known
}

async function downloadOne(
  ctx: Context,
  { source, isScheduled }: Retrieval,
  claimed: ClaimedDocument,
): Promise<RetrievalOutcome> {
  const fail = async (cause: FailureCause, detail: string | null) => {
    await recordFailure(ctx, claimed, { cause, detail, isScheduled })
    return cause
  }
  if (claimed.isArchived) return fail('invoice_archived', null)
  try {
    const { externalId, kind, number } = claimed
    const downloaded = await source.downloadDocument({ externalId, kind })
    if ('refusal' in downloaded) return await fail(downloaded.refusal, downloaded.detail)
    const { bytes } = downloaded
    const checked = await checkDocument(ctx, { bytes, kind, number })
    if (!checked.isSound) return await fail(checked.cause, checked.detail)
    const kept = await keepDocument(ctx, { bytes, contentType: checked.contentType })
    await recordRetrieved(ctx, claimed, kept)
    return 'retrieved'
  } catch (error) {
    if (isOutage(error)) throw error
    // One document that brings our own code down, or a full disk, must not stop the others for ever.
    ctx.log.error({ err: error, documentId: claimed.id }, 'a document could not be retrieved')
    return fail('unexpected', null)
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof SourceUnavailableError || error instanceof ReconnectNeededError
}

async function giveBack(ctx: Context, untried: readonly ClaimedDocument[], error: unknown): Promise<void> {
  // Without the database nothing can be given back; the claims end by themselves.
  if (!(error instanceof AppError) || error.code === 'database_unavailable') return
  await releaseForOutage(ctx, untried, { cause: outageCause(error), detail: error.message })
}

/** What the people read about an error that stops the work at a connection. */
export function outageCause(error: AppError): OutageCause {
  if (error instanceof ReconnectNeededError) return 'reconnect_needed'
  const isLimit = error.code === 'call_budget_used_up' || error.code === 'rate_limited'
  return isLimit ? 'calls_used_up' : 'crm_unavailable'
}
