import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import type { Payment } from './payment.ts'
import type { WriteBack } from './write-back.ts'

type LedgerRow = Omit<Payment, 'writeBack'> & {
  [Key in keyof WriteBack as `w${Capitalize<Key>}`]: WriteBack[Key] | null
}

/** All payments of these invoices in the order of recording, revoked ones too, with what belongs to each. */
export async function readLedger(tx: Tx, invoiceIds: readonly string[]): Promise<Payment[]> {
  if (invoiceIds.length === 0) return []
  const found = await sql<LedgerRow>`
    select p.id, p.invoice_id, p.origin, p.amount_cents, p.currency, p.paid_on, p.paid_at, p.method, p.method_external_id,
      p.note, p.recorded_by_name, p.recorded_at, r.recorded_at as revoked_at, r.recorded_by_name as revoked_by_name,
      r.cause as revoked_cause, coalesce(m.crm_payment_id, n.hand_payment_id) as matched_id,
      w.intent as w_intent, w.state as w_state, w.remote_paid_at as w_remote_paid_at, w.began_at as w_began_at,
      w.acknowledged_at as w_acknowledged_at, w.writes as w_writes, w.attempts as w_attempts, w.cause as w_cause,
      w.cause_detail as w_cause_detail, w.next_try_at as w_next_try_at
    from payments p
    left join payments r on r.revokes_id = p.id
    left join payment_matches m on m.hand_payment_id = p.id
    left join payment_matches n on n.crm_payment_id = p.id
    left join payment_write_backs w on w.payment_id = p.id
    where p.kind = 'payment' and p.invoice_id = any(${[...invoiceIds]})
    order by p.id`.execute(tx.db)
  return found.rows.map(paymentOf)
}

function paymentOf(row: LedgerRow): Payment {
  const { wIntent, wState, wRemotePaidAt, ...rest } = row
  const { wBeganAt, wAcknowledgedAt, wWrites, wAttempts, wCause, wCauseDetail, wNextTryAt, ...payment } = rest
  if (!wIntent || !wState || !wRemotePaidAt) return { ...payment, writeBack: null }
  return {
    ...payment,
    writeBack: {
      intent: wIntent,
      state: wState,
      remotePaidAt: wRemotePaidAt,
      beganAt: wBeganAt,
      acknowledgedAt: wAcknowledgedAt,
      writes: wWrites ?? 0,
      attempts: wAttempts ?? 0,
      cause: wCause,
      causeDetail: wCauseDetail,
      nextTryAt: wNextTryAt,
    },
  }
}
