import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { NoteCause } from './crm-note.ts'

/** A note that this process leaves now. */
export type ClaimedNote = {
  id: string
  connectionId: string
  invoiceExternalId: string
  reference: string
  content: string
  beganAt: Date | null
  attempts: number
  claimId: string
}

/** Longer than a batch takes. After that whoever claimed it counts as killed. */
const claimMs = 5 * 60_000

/** A call that left later than this before the claim ends might arrive after somebody else began. */
const sendMarginMs = 60_000

/** Claims the notes of a connection that are due, oldest first. */
export function claimNotes(
  ctx: Context,
  input: { connectionId: string; limit: number },
): Promise<ClaimedNote[]> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now()
    const found = await sql<ClaimedNote>`
      with free as (
        select id from crm_notes
        where connection_id = ${input.connectionId} and next_try_at <= ${now}
          and (claimed_until is null or claimed_until <= ${now})
        order by next_try_at, id limit ${input.limit} for update skip locked
      )
      update crm_notes n set claim_id = ${randomUUID()}, claimed_until = ${new Date(now.getTime() + claimMs)}
      from free where n.id = free.id
      returning n.id, n.connection_id, n.invoice_external_id, n.reference, n.content, n.began_at, n.attempts, n.claim_id`.execute(
      tx.db,
    )
    return found.rows.sort((one, other) => (one.id < other.id ? -1 : 1))
  })
}

/** Notes that the call leaves now. False when the claim was lost or is about to end, or the switch is off: then it must not leave. */
export function beginNote(ctx: Context, note: ClaimedNote): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const begun = await sql`
      update crm_notes set began_at = ${tx.now()}
      where id = ${note.id} and claim_id = ${note.claimId}
        and claimed_until > ${new Date(tx.now().getTime() + sendMarginMs)}
        and exists (select from connections c where c.id = crm_notes.connection_id and c.leave_notes)
      returning id`.execute(tx.db)
    return begun.rows.length === 1
  })
}

/** The note is there. Its text may name people: it is not kept here. */
export function recordLeft(ctx: Context, note: ClaimedNote, remoteId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update crm_notes set state = 'done', content = '', remote_id = ${remoteId}, left_at = ${tx.now()}, next_try_at = null, cause = null,
        cause_detail = null, claim_id = null, claimed_until = null
      where id = ${note.id} and claim_id = ${note.claimId}`.execute(tx.db)
  })
}

/** Looked at again later. `isTry` counts it as a try that failed. */
export function postponeNote(
  ctx: Context,
  note: ClaimedNote,
  later: { at: Date; detail: string; isTry: boolean },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update crm_notes set next_try_at = ${later.at}, cause_detail = ${later.detail},
        attempts = attempts + ${later.isTry ? 1 : 0}, claim_id = null, claimed_until = null
      where id = ${note.id} and claim_id = ${note.claimId}`.execute(tx.db)
  })
}

/** Gives notes back untouched. */
export function releaseNotes(ctx: Context, notes: readonly ClaimedNote[]): Promise<void> {
  const [first] = notes
  if (!first) return Promise.resolve()
  return inTransaction(ctx, async (tx) => {
    await tx.db
      .updateTable('crmNotes')
      .set({ claimId: null, claimedUntil: null })
      .where(
        'id',
        'in',
        notes.map(({ id }) => id),
      )
      .where('claimId', '=', first.claimId)
      .execute()
  })
}

/** The CRM does not take it. The history says so once a cause: what one lacks the right for, all lack it for. */
export function recordRefused(
  ctx: Context,
  note: ClaimedNote,
  refusal: { cause: NoteCause; detail: string },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const isFirst = !(await hasRefused(tx, note.connectionId, refusal.cause))
    await sql`
      update crm_notes set state = 'refused', content = '', cause = ${refusal.cause}, cause_detail = ${refusal.detail},
        next_try_at = null, claim_id = null, claimed_until = null
      where id = ${note.id} and claim_id = ${note.claimId}`.execute(tx.db)
    if (!isFirst) return
    await recordActivity(tx, {
      subjectKind: 'connection',
      subjectId: note.connectionId,
      kind: 'crmNote.refused',
      cause: refusal.cause,
      data: { detail: refusal.detail },
    })
  })
}

async function hasRefused(tx: Tx, connectionId: string, cause: NoteCause): Promise<boolean> {
  const found = await tx.db
    .selectFrom('crmNotes')
    .select('id')
    .where('connectionId', '=', connectionId)
    .where('state', '=', 'refused')
    .where('cause', '=', cause)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** When the next note of a connection is due; undefined when none waits. */
export function nextNoteAt(ctx: Context | Tx, connectionId: string): Promise<Date | undefined> {
  return inTransaction(ctx, async (tx) => {
    // What somebody is leaving is their business, until their claim ends.
    const found = await sql<{ at: Date | null }>`
      select min(greatest(next_try_at, claimed_until)) as at from crm_notes
      where connection_id = ${connectionId} and next_try_at is not null`.execute(tx.db)
    return found.rows[0]?.at ?? undefined
  })
}
