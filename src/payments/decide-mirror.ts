import type { CrmPayment } from '../crm/index.ts'
import type { Payment } from './payment.ts'

/** What changed among the payments that the CRM lists on an invoice since they were seen last. */
export type MirrorDecision = { appeared: CrmPayment[]; gone: Payment[] }

/**
 * Holds the CRM's list against what was seen there. Its payments have no id: of those that are alike in amount and instant,
 * only the number tells.
 */
export function decideMirror(seen: readonly Payment[], listed: readonly CrmPayment[]): MirrorDecision {
  const left = seen.filter((each) => each.origin === 'crm' && !each.revokedAt)
  const appeared: CrmPayment[] = []
  for (const payment of listed) {
    const index = left.findIndex((each) => keyOfSeen(each) === keyOfListed(payment))
    if (index === -1) appeared.push(payment)
    else left.splice(index, 1)
  }
  return { appeared, gone: left }
}

function keyOfSeen({ amountCents, currency, paidAt }: Payment): string {
  return `${amountCents} ${currency} ${paidAt?.getTime() ?? ''}`
}

function keyOfListed({ amount, paidAt }: CrmPayment): string {
  return `${amount.amountCents} ${amount.currency} ${paidAt?.getTime() ?? ''}`
}
