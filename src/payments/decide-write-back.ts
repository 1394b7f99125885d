import type { CrmInvoice, CrmPayment } from '../crm/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import type { WriteBack, WriteBackCause } from './write-back.ts'

/** `wait`: look again then. `unknown`: a person has to look. `done`: what is wanted is true there. */
export type WriteBackDecision =
  | { do: 'register' }
  | { do: 'remove' }
  | { do: 'done' }
  | { do: 'wait'; until: Date }
  | { do: 'refuse'; cause: WriteBackCause }
  | { do: 'unknown'; cause: WriteBackCause }

/** Payments that stand for another payment of the ledger: each is used once. */
export type TakenPayment = { amountCents: number; at: Date }

export type DecideWriteBackInput = {
  writeBack: Pick<WriteBack, 'intent' | 'remotePaidAt' | 'beganAt' | 'acknowledgedAt' | 'writes'>
  amountCents: number
  currency: string
  paidOn: CalendarDay | null
  /** The invoice's record as it is now; null when the CRM does not have it. */
  record: CrmInvoice | null
  taken: readonly TakenPayment[]
  timeZone: string
  now: Date
}

/** A call whose answer was lost may still arrive so much later. */
const settleMs = 90_000
/** So many calls without an answer that shows, then a person is asked. */
const writesAtMost = 4

/**
 * What to do about a payment in the CRM, from what the CRM shows at this moment (promise B17): never a call whose effect may
 * be there already.
 */
export function decideWriteBack(input: DecideWriteBackInput): WriteBackDecision {
  const { record, writeBack } = input
  if (!record) return writeBack.intent === 'remove' ? { do: 'done' } : { do: 'refuse', cause: 'gone_in_crm' }
  if (!record.payments) return { do: 'unknown', cause: 'unreadable' }
  const free = withoutTaken(record.payments, input.taken)
  return writeBack.intent === 'register'
    ? decideRegister(input, record, free)
    : decideRemove(input, record.payments, free)
}

function decideRegister(
  input: DecideWriteBackInput,
  record: CrmInvoice,
  free: readonly CrmPayment[],
): WriteBackDecision {
  const { writeBack } = input
  if (findOwn(input, free)) return { do: 'done' }
  const settledAt = stillMovingUntil(input)
  if (settledAt) return { do: 'wait', until: settledAt }
  if (writeBack.acknowledgedAt) return { do: 'unknown', cause: 'not_seen_there' }
  if (writeBack.writes >= writesAtMost) return { do: 'unknown', cause: 'no_answer' }
  const cause = obstacleThere(input, record)
  return cause ? { do: 'refuse', cause } : { do: 'register' }
}

/** What keeps the payment out there, the most certain first. */
function obstacleThere(input: DecideWriteBackInput, record: CrmInvoice): WriteBackCause | null {
  if (record.state === 'draft') return 'not_booked'
  if (record.open.currency !== input.currency) return 'other_currency'
  if (record.isCredited) return 'credited_in_crm'
  if (record.isPaid) return 'already_paid_in_crm'
  return input.amountCents > record.open.amountCents ? 'more_than_open' : null
}

function decideRemove(
  input: DecideWriteBackInput,
  listed: readonly CrmPayment[],
  free: readonly CrmPayment[],
): WriteBackDecision {
  const settledAt = stillMovingUntil(input)
  if (settledAt && !isRemoved(input, listed)) return { do: 'wait', until: settledAt }
  if (!findOwn(input, free)) return { do: 'done' }
  if (input.writeBack.acknowledgedAt) return { do: 'unknown', cause: 'not_seen_there' }
  // Teamleader removes all payments of an invoice or none: somebody else's are not taken away.
  return listed.length === 1 ? { do: 'remove' } : { do: 'refuse', cause: 'other_payments_there' }
}

/** Teamleader said that it removed all payments, and shows none. */
function isRemoved({ writeBack }: DecideWriteBackInput, listed: readonly CrmPayment[]): boolean {
  return writeBack.acknowledgedAt !== null && listed.length === 0
}

/** By amount and instant as Vorder registered it; else the same amount on the same day. */
function findOwn(input: DecideWriteBackInput, free: readonly CrmPayment[]): CrmPayment | undefined {
  const alike = free.filter(
    ({ amount }) => amount.amountCents === input.amountCents && amount.currency === input.currency,
  )
  const at = input.writeBack.remotePaidAt.getTime()
  const isSameDay = ({ paidAt }: CrmPayment) =>
    paidAt !== null && dayIn(input.timeZone, paidAt) === input.paidOn
  return alike.find(({ paidAt }) => paidAt?.getTime() === at) ?? alike.find(isSameDay)
}

/** While a call may still be under way nothing is concluded from its effect not showing. */
function stillMovingUntil({ writeBack, now }: DecideWriteBackInput): Date | null {
  if (!writeBack.beganAt) return null
  const settledAt = new Date(writeBack.beganAt.getTime() + settleMs)
  return settledAt > now ? settledAt : null
}

function withoutTaken(listed: readonly CrmPayment[], taken: readonly TakenPayment[]): CrmPayment[] {
  const left = [...listed]
  for (const { amountCents, at } of taken) {
    const index = left.findIndex(
      (each) => each.amount.amountCents === amountCents && each.paidAt?.getTime() === at.getTime(),
    )
    if (index !== -1) left.splice(index, 1)
  }
  return left
}
