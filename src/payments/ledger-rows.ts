import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import type { Payment } from './payment.ts'

/** A fact to write down about money; `requestKey` makes the same request sent twice one payment. */
export type NewPayment = Pick<
  Payment,
  | 'invoiceId'
  | 'origin'
  | 'amountCents'
  | 'currency'
  | 'paidOn'
  | 'paidAt'
  | 'method'
  | 'methodExternalId'
  | 'note'
> & { requestKey?: string | null | undefined }

/** Adds payments to the ledger; gives their ids. */
export async function insertPayments(tx: Tx, payments: readonly NewPayment[]): Promise<string[]> {
  if (payments.length === 0) return []
  const rows = payments.map((payment) => ({
    id: newId('pay'),
    invoice_id: payment.invoiceId,
    origin: payment.origin,
    amount_cents: payment.amountCents,
    currency: payment.currency,
    paid_on: payment.paidOn,
    paid_at: payment.paidAt?.toISOString() ?? null,
    method: payment.method,
    method_external_id: payment.methodExternalId,
    note: payment.note,
    request_key: payment.requestKey ?? null,
  }))
  const isByHand = tx.actor.kind === 'user' || tx.actor.kind === 'api_key'
  const by = isByHand ? tx.actor : undefined
  await sql`
    insert into payments (id, creditor_id, invoice_id, kind, origin, amount_cents, currency, paid_on, paid_at, method,
      method_external_id, note, request_key, recorded_by, recorded_by_name, recorded_at)
    select r.id, ${creditorOf(tx)}, r.invoice_id, 'payment', r.origin, r.amount_cents, r.currency, r.paid_on, r.paid_at,
      r.method, r.method_external_id, r.note, r.request_key, ${by?.id ?? null}, ${by?.name ?? null}, ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, invoice_id text, origin text,
      amount_cents bigint, currency text, paid_on date, paid_at timestamptz, method text, method_external_id text,
      note text, request_key text)`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Adds the fact that these payments no longer hold. One that is revoked already stays as it is. */
export async function insertRevocations(
  tx: Tx,
  input: { payments: readonly Payment[]; cause: 'by_hand' | 'removed_in_crm' },
): Promise<void> {
  if (input.payments.length === 0) return
  const rows = input.payments.map(({ id }) => ({ id: newId('pay'), revokes: id }))
  const by = input.cause === 'by_hand' ? tx.actor : undefined
  await sql`
    insert into payments (id, creditor_id, invoice_id, kind, origin, revokes_id, amount_cents, currency, paid_on, cause,
      recorded_by, recorded_by_name, recorded_at)
    select r.id, p.creditor_id, p.invoice_id, 'revocation', p.origin, p.id, p.amount_cents, p.currency, p.paid_on,
      ${input.cause}, ${by?.id ?? null}, ${by?.name ?? null}, ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, revokes text)
    join payments p on p.id = r.revokes
    on conflict (revokes_id) do nothing`.execute(tx.db)
}
