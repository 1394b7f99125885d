import type { PaidHere } from '../invoices/index.ts'
import { awaitsRemoval, noonOf, type Payment } from './payment.ts'

/**
 * What the payments of one invoice change about the open amount that the CRM says (promise C7): less what was told here and
 * is not known there; more again what was revoked here and Vorder still has to remove there. Nothing counts twice.
 */
export function paidHereOf(payments: readonly Payment[], timeZone: string): PaidHere {
  const byId = new Map(payments.map((each) => [each.id, each]))
  const hands = payments.filter(({ origin }) => origin === 'hand')
  const unknownThere = hands.filter((each) => !each.revokedAt && !each.matchedId)
  const stillThere = hands.filter(
    (each) => awaitsRemoval(each) && each.matchedId && !byId.get(each.matchedId)?.revokedAt,
  )
  const days = unknownThere.flatMap(({ paidOn }) => (paidOn ? [paidOn] : [])).sort()
  const last = days.at(-1)
  return {
    cents: sumOf(unknownThere) - sumOf(stillThere),
    at: last ? noonOf(last, timeZone) : null,
  }
}

function sumOf(payments: readonly Payment[]): number {
  return payments.reduce((sum, { amountCents }) => sum + amountCents, 0)
}
