import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CalendarDay } from '../values/index.ts'
import type { TakenPayment } from './decide-write-back.ts'
import type { WriteBack, WriteBackCause } from './write-back.ts'

/** A write-back that this process does now, with what it needs to know of payment and invoice. */
export type ClaimedWriteBack = Pick<
  WriteBack,
  'intent' | 'remotePaidAt' | 'beganAt' | 'acknowledgedAt' | 'writes' | 'attempts'
> & {
  paymentId: string
  invoiceId: string
  externalId: string
  number: string | null
  amountCents: number
  currency: string
  paidOn: CalendarDay | null
  methodExternalId: string | null
  claimId: string
  taken: TakenPayment[]
}

/** Longer than reading, writing and reading again take. After that whoever claimed it counts as killed. */
const claimMs = 5 * 60_000
/** A call that left later than this before the claim ends might arrive after somebody else began. */
const sendMarginMs = 60_000

/** Claims the write-back of a connection that is due longest; never two of one invoice at a time, in all processes together. */
export function claimNext(ctx: Context, connectionId: string): Promise<ClaimedWriteBack | undefined> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now()
    const found = await sql<Omit<ClaimedWriteBack, 'taken'>>`
      with free as (
        select payment_id from payment_write_backs w
        where connection_id = ${connectionId} and next_try_at <= ${now}
          and (claimed_until is null or claimed_until <= ${now})
          and not exists (select from payment_write_backs o
            where o.invoice_id = w.invoice_id and o.payment_id <> w.payment_id and o.claimed_until > ${now})
        order by next_try_at, payment_id limit 1 for update skip locked
      ), claimed as (
        update payment_write_backs w
        set claim_id = ${randomUUID()}, claimed_until = ${new Date(now.getTime() + claimMs)}
        from free where w.payment_id = free.payment_id
        returning w.*
      )
      select c.payment_id, c.invoice_id, c.intent, c.remote_paid_at, c.began_at, c.acknowledged_at, c.writes, c.attempts,
        c.claim_id, i.external_id, i.number, p.amount_cents, p.currency, p.paid_on, p.method_external_id
      from claimed c join invoices i on i.id = c.invoice_id join payments p on p.id = c.payment_id`.execute(
      tx.db,
    )
    const [row] = found.rows
    return row && { ...row, taken: await readTaken(tx, row) }
  })
}

/** The payments of the CRM that stand for other payments of this invoice's ledger. */
async function readTaken(
  tx: Tx,
  { invoiceId, paymentId }: Pick<ClaimedWriteBack, 'invoiceId' | 'paymentId'>,
): Promise<TakenPayment[]> {
  const found = await sql<TakenPayment>`
    select coalesce(c.paid_at, w.remote_paid_at) as at, h.amount_cents
    from payments h
    left join payment_matches m on m.hand_payment_id = h.id
    left join payments c on c.id = m.crm_payment_id
    left join payments gone on gone.revokes_id = c.id
    left join payment_write_backs w on w.payment_id = h.id and w.intent = 'register' and w.writes > 0
    where h.invoice_id = ${invoiceId} and h.kind = 'payment' and h.origin = 'hand' and h.id <> ${paymentId}
      and gone.id is null and coalesce(c.paid_at, w.remote_paid_at) is not null`.execute(tx.db)
  return found.rows
}

/**
 * Notes that a call leaves now, before it does: from here on only reading tells what came of it. False when the claim was
 * lost, the payment revoked, the claim is about to end, or the switch was turned off: then the call must not leave.
 */
export function beginWrite(ctx: Context, claimed: ClaimedWriteBack): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const begun = await sql`
      update payment_write_backs set began_at = ${tx.now()}, writes = writes + 1, state = 'unknown', updated_at = ${tx.now()}
      where ${isClaimed(claimed)} and claimed_until > ${new Date(tx.now().getTime() + sendMarginMs)}
        and exists (select from connections c
          where c.id = payment_write_backs.connection_id and c.write_back and c.state <> 'disconnected')
      returning payment_id`.execute(tx.db)
    return begun.rows.length === 1
  })
}

/** The CRM said yes. */
export function acknowledgeWrite(ctx: Context, claimed: ClaimedWriteBack): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update payment_write_backs set acknowledged_at = ${tx.now()} where ${isClaimed(claimed)}`.execute(tx.db)
  })
}

/** The call was refused: it did not happen. */
export function forgetWrite(ctx: Context, claimed: ClaimedWriteBack): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update payment_write_backs set began_at = ${claimed.beganAt}, writes = ${claimed.writes}
      where ${isClaimed(claimed)}`.execute(tx.db)
  })
}

/** What is wanted is true in the CRM: it was seen there. */
export function recordDone(ctx: Context, claimed: ClaimedWriteBack): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const done = await sql<{ writes: number }>`
      update payment_write_backs set state = 'done', began_at = null, acknowledged_at = null, next_try_at = null, cause = null,
        cause_detail = null, claim_id = null, claimed_until = null, updated_at = ${tx.now()}
      where ${isClaimed(claimed)} returning writes`.execute(tx.db)
    // What somebody entered there themselves is not our deed.
    if (!done.rows[0]?.writes) return
    const kind = claimed.intent === 'register' ? 'payment.writtenBack' : 'payment.removedInCrm'
    await recordActivity(tx, { ...about(claimed), kind })
  })
}

/** A person has to look: refused, or what came of it does not show. The history says so once a cause. */
export function recordTask(
  ctx: Context,
  claimed: ClaimedWriteBack,
  task: { state: 'refused' | 'unknown'; cause: WriteBackCause; detail: string | null },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await sql<{ cause: WriteBackCause | null }>`
      select cause from payment_write_backs where ${isClaimed(claimed)} for update`.execute(tx.db)
    if (before.rows.length === 0) return
    await sql`
      update payment_write_backs set state = ${task.state}, cause = ${task.cause}, cause_detail = ${task.detail},
        next_try_at = null, claim_id = null, claimed_until = null, updated_at = ${tx.now()}
      where ${isClaimed(claimed)}`.execute(tx.db)
    if (before.rows[0]?.cause === task.cause) return
    const kind = claimed.intent === 'register' ? 'payment.writeBackRefused' : 'payment.removalRefused'
    await recordActivity(tx, { ...about(claimed), kind, cause: task.cause })
  })
}

/** Looked at again later. `isTry` counts it as a try that failed. */
export function postponeWriteBack(
  ctx: Context,
  claimed: ClaimedWriteBack,
  later: { at: Date; detail: string | null; isTry: boolean },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await sql`
      update payment_write_backs set next_try_at = ${later.at}, cause_detail = ${later.detail},
        attempts = attempts + ${later.isTry ? 1 : 0}, claim_id = null, claimed_until = null,
        state = case when began_at is null then 'waiting' else 'unknown' end
      where ${isClaimed(claimed)}`.execute(tx.db)
  })
}

/** When the next write-back of a connection can be done; undefined when none waits. */
export function nextWriteBackAt(ctx: Context | Tx, connectionId: string): Promise<Date | undefined> {
  return inTransaction(ctx, async (tx) => {
    const found = await sql<{ at: Date | null }>`
      select min(greatest(next_try_at, claimed_until)) as at from payment_write_backs
      where connection_id = ${connectionId} and next_try_at is not null`.execute(tx.db)
    return found.rows[0]?.at ?? undefined
  })
}

function isClaimed({ paymentId, claimId, intent }: ClaimedWriteBack) {
  return sql`payment_id = ${paymentId} and claim_id = ${claimId} and intent = ${intent}`
}

function about({ invoiceId, paymentId, number, amountCents, currency }: ClaimedWriteBack) {
  return {
    subjectKind: 'invoice',
    subjectId: invoiceId,
    data: { number, paymentId, amountCents, currency },
  } as const
}
