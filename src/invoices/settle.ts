import { type PaymentState, stateAfterPayment } from './invoice.ts'

/** What the CRM says of the money of an invoice; cents of its currency. */
export type SourceMoney = { openCents: number; paymentState: PaymentState; paidAt: Date | null }

/**
 * Payments told to Vorder that the CRM does not know yet, in cents; `at` is the last of them. Below zero while payments
 * that were revoked here are still to be removed there.
 */
export type PaidHere = { cents: number; at: Date | null }

/** Nothing was paid that the CRM does not know. */
export const nothingPaidHere: PaidHere = { cents: 0, at: null }

/** Where an invoice stands; `overpaidCents` is what came in beyond what was due. */
export type Settlement = SourceMoney & {
  state: 'booked' | 'paid'
  /** `paid_here`: it is settled by what was told to Vorder; the CRM still calls it open. */
  stateCause: 'paid_here' | null
  overpaidCents: number
}

/**
 * What is due (promise C7): the source's own open amount, never recomputed from payments, less what was paid here and the
 * source does not know yet. Never below zero; what is too much is said beside it.
 */
export function settle(input: { totalCents: number; source: SourceMoney; paidHere: PaidHere }): Settlement {
  const { totalCents, source, paidHere } = input
  if (paidHere.cents === 0)
    return {
      ...source,
      state: stateAfterPayment(source.paymentState),
      stateCause: null,
      overpaidCents: 0,
    }
  const due = source.openCents - paidHere.cents
  const openCents = Math.min(Math.max(due, 0), Math.max(totalCents, source.openCents))
  const isSettledThere = stateAfterPayment(source.paymentState) === 'paid'
  const paymentState = paymentStateOf({ openCents, totalCents, source })
  return {
    openCents,
    paymentState,
    paidAt: openCents > 0 ? null : (source.paidAt ?? paidHere.at),
    state: stateAfterPayment(paymentState),
    stateCause: openCents === 0 && !isSettledThere ? 'paid_here' : null,
    overpaidCents: Math.max(-due, 0),
  }
}

function paymentStateOf(input: { openCents: number; totalCents: number; source: SourceMoney }): PaymentState {
  const { openCents, totalCents, source } = input
  if (openCents === 0) return source.paymentState === 'credited' ? 'credited' : 'paid'
  return openCents < totalCents ? 'part_paid' : 'open'
}
