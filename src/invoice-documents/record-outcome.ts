import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import type { ClaimedDocument } from './claim-documents.ts'
import { decideNextTry } from './decide-next-try.ts'
import { forgetDocumentFileJob } from './document-jobs.ts'
import { documentName } from './document-name.ts'
import { type DocumentState, type FailureCause, isRefusal, type OutageCause } from './invoice-document.ts'
import type { KeptDocument } from './keep-document.ts'
import { tellDocuments } from './tell-documents.ts'

/**
 * Notes that the document is here and sound; the file of the version before goes. When the CRM has made a newer one while
 * this one was fetched, that one stays wanted. Does nothing when the claim was lost to somebody else meanwhile.
 */
export function recordRetrieved(ctx: Context, claimed: ClaimedDocument, kept: KeptDocument): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const updated = await sql<{ state: DocumentState }>`
      update invoice_documents set
        state = case when ${isSameVersion(claimed)} then 'retrieved' else 'waiting' end,
        next_try_at = case when ${isSameVersion(claimed)} then null else coalesce(next_try_at, ${tx.now()}) end,
        version_held = ${claimed.versionWanted}, attempts = 0, last_tried_at = ${tx.now()}, last_error = null,
        last_error_detail = null, claim_id = null, claimed_until = null, storage_key = ${kept.storageKey},
        sha256 = ${kept.sha256}, size_bytes = ${kept.sizeBytes}, content_type = ${kept.contentType},
        retrieved_at = ${tx.now()}
      where id = ${claimed.id} and claim_id = ${claimed.claimId}
      returning state`.execute(tx.db)
    const state = updated.rows[0]?.state
    if (!state) return
    await mark(tx, claimed, state)
    if (claimed.sha256 !== kept.sha256 || claimed.state !== 'retrieved')
      await recordActivity(tx, { ...about(claimed), kind: 'invoice.documentRetrieved' })
    if (claimed.storageKey && claimed.storageKey !== kept.storageKey)
      await tx.enqueue(forgetDocumentFileJob, { creditorId: creditorOf(tx), storageKey: claimed.storageKey })
  })
}

export type Failure = {
  cause: FailureCause
  detail: string | null
  /** Whether it was a try of the schedule: only those are counted, however often a person presses the button. */
  isScheduled: boolean
}

/**
 * Notes a try that brought nothing, and when the next one follows. What came and was refused gets a line of history when
 * the cause is a new one, and so does the end of the schedule, which asks for a person (promise B13).
 */
export function recordFailure(ctx: Context, claimed: ClaimedDocument, failure: Failure): Promise<void> {
  const { cause, detail, isScheduled } = failure
  return inTransaction(ctx, async (tx) => {
    const now = tx.now()
    const after = isScheduled ? afterFailure(claimed, cause, now) : sql``
    const updated = await sql<{ state: DocumentState }>`
      update invoice_documents set ${after} last_tried_at = ${now}, last_error = ${cause},
        last_error_detail = ${detail}, claim_id = null, claimed_until = null
      where id = ${claimed.id} and claim_id = ${claimed.claimId} and ${isSameVersion(claimed)}
      returning state`.execute(tx.db)
    const state = updated.rows[0]?.state
    if (!state) return releaseAll(tx, [claimed])
    await mark(tx, claimed, state)
    if (isRefusal(cause) && cause !== claimed.lastError)
      await recordActivity(tx, { ...about(claimed), kind: 'invoice.documentRefused', cause })
    if (state === 'given_up' && claimed.state !== 'given_up' && cause !== 'invoice_archived')
      await recordActivity(tx, { ...about(claimed), kind: 'invoice.documentGivenUp', cause })
  })
}

function afterFailure({ attempts, state }: ClaimedDocument, cause: FailureCause, now: Date) {
  if (cause === 'invoice_archived') return sql`state = 'given_up', next_try_at = null,`
  if (state !== 'waiting') return sql``
  const next = decideNextTry({ attempts: attempts + 1, now })
  if (next.do === 'give_up') return sql`attempts = ${attempts + 1}, state = 'given_up', next_try_at = null,`
  return sql`attempts = ${attempts + 1}, next_try_at = ${next.at},`
}

/**
 * Gives documents back untried, because the CRM itself cannot be asked: they stay due, and no try is used up. Says so on
 * each of them.
 */
export function releaseForOutage(
  ctx: Context,
  claimed: readonly ClaimedDocument[],
  outage: { cause: OutageCause; detail: string },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update invoice_documents set claim_id = null, claimed_until = null, last_error = ${outage.cause},
        last_error_detail = ${outage.detail}
      where ${isClaimedAs(claimed)}`.execute(tx.db)
  })
}

/** Notes the versions that the CRM names now on documents of which none was known. */
export function recordVersions(ctx: Context, claimed: readonly ClaimedDocument[]): Promise<void> {
  const rows = claimed.map(({ id, claimId, versionWanted }) => ({
    id,
    claim: claimId,
    version: versionWanted,
  }))
  return inTransaction(ctx, async (tx) => {
    await sql`
      update invoice_documents as d set version_wanted = r.version
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, claim text, version text)
      where d.id = r.id and d.claim_id = r.claim and d.version_wanted is null and r.version is not null`.execute(
      tx.db,
    )
  })
}

async function releaseAll(tx: Tx, claimed: readonly ClaimedDocument[]): Promise<void> {
  await sql`update invoice_documents set claim_id = null, claimed_until = null where ${isClaimedAs(claimed)}`.execute(
    tx.db,
  )
}

function isClaimedAs(claimed: readonly ClaimedDocument[]) {
  const ids = claimed.map(({ id }) => id)
  const claimIds = [...new Set(claimed.map(({ claimId }) => claimId))]
  return sql`id = any(${ids}) and claim_id = any(${claimIds})`
}

function isSameVersion({ versionWanted }: ClaimedDocument) {
  return sql`version_wanted is not distinct from ${versionWanted}`
}

async function mark(
  tx: Tx,
  { kind, invoiceId }: ClaimedDocument,
  documentState: DocumentState,
): Promise<void> {
  if (kind === 'pdf') await tellDocuments(tx, { invoiceIds: [invoiceId], documentState })
}

function about({ invoiceId, number, kind }: ClaimedDocument) {
  return {
    subjectKind: 'invoice',
    subjectId: invoiceId,
    data: { number, document: documentName(kind) },
  } as const
}
