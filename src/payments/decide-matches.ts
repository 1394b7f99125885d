import { awaitsRemoval, type Payment } from './payment.ts'

/** A payment told here and one seen in the CRM that are the same money. */
export type Match = { handPaymentId: string; crmPaymentId: string }

/**
 * Which payments of one invoice, not matched yet, are the same money, each used once: first what Vorder registered itself, by
 * amount and instant; then the same amount on the same day.
 */
export function decideMatches(payments: readonly Payment[]): Match[] {
  const seen = payments.filter((each) => each.origin === 'crm' && !each.revokedAt && !each.matchedId)
  const told = payments.filter((each) => each.origin === 'hand' && !each.matchedId)
  const matches: Match[] = []
  const free = new Set(seen)
  for (const isSame of [isOwnWrite, isSameDay]) {
    for (const hand of told) {
      if (matches.some(({ handPaymentId }) => handPaymentId === hand.id)) continue
      const found = [...free].find((crm) => isSameAmount(hand, crm) && isSame(hand, crm))
      if (!found) continue
      free.delete(found)
      matches.push({ handPaymentId: hand.id, crmPaymentId: found.id })
    }
  }
  return matches
}

function isSameAmount(hand: Payment, crm: Payment): boolean {
  return hand.amountCents === crm.amountCents && hand.currency === crm.currency
}

/** Also one that was revoked since: Vorder still has to remove it there. */
function isOwnWrite(hand: Payment, crm: Payment): boolean {
  if (hand.revokedAt && !awaitsRemoval(hand)) return false
  const { writeBack } = hand
  return (
    writeBack !== null && writeBack.writes > 0 && writeBack.remotePaidAt.getTime() === crm.paidAt?.getTime()
  )
}

function isSameDay(hand: Payment, crm: Payment): boolean {
  return hand.revokedAt === null && hand.paidOn !== null && hand.paidOn === crm.paidOn
}
