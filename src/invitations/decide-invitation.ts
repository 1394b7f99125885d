import type { Invoice } from '../invoices/index.ts'
import type { ProfileSettings } from '../profiles/index.ts'
import { isEmailAddress } from '../values/index.ts'
import type { CancelCause, HoldCause, Message } from './message.ts'

export type InvitationDecision =
  | { do: 'send' }
  | { do: 'wait'; cause: 'waiting_for_document' }
  /** `lookAt`: when to look again by itself; null when only an event or a person can change it. */
  | { do: 'hold'; cause: HoldCause; lookAt: Date | null }
  | { do: 'cancel'; cause: CancelCause }

/** What of an invoice and its profile decides; the same columns whoever reads them. */
export type InvitedInvoice = Pick<Invoice, 'state' | 'paymentState' | 'openCents' | 'documentState'> &
  Pick<Invoice, 'isOnHold' | 'isDisputed'> &
  Pick<ProfileSettings, 'sendOnBooking' | 'waitForDocument'>

export type DecideInvitationInput = {
  invoice: InvitedInvoice
  message: Pick<Message, 'origin' | 'withoutDocument'> & Partial<Pick<Message, 'cause'>>
  /** A person said "go live" for the connection (promise C5). */
  isLive: boolean
  /** The address that it would go to; left out while nothing is to leave yet. */
  recipient?: string | null
  /** Mail to it came back (promise C8). */
  isUndeliverable?: boolean
  now: Date
}

const hourMs = 3_600_000

/**
 * Whether the invitation of an invoice leaves now, and if not, why not (promises B14, C3, C5). Asked when the invoice comes
 * in, when its document comes, and once more right before it leaves: nothing else decides.
 */
export function decideInvitation(input: DecideInvitationInput): InvitationDecision {
  const { invoice, message, isLive } = input
  const isByItself = message.origin === 'booking'
  // First: nothing that happens to the invoice later makes it leave by itself.
  if (isByItself && message.cause === 'without_invitations') return { do: 'cancel', cause: message.cause }
  const settled = settledBy(invoice)
  if (settled) return { do: 'cancel', cause: settled }
  const stopped = stoppedBy(invoice)
  if (stopped) return { do: 'hold', cause: stopped, lookAt: null }
  if (isByItself && !invoice.sendOnBooking) return { do: 'cancel', cause: 'by_hand_only' }
  if (isByItself && !isLive) return { do: 'hold', cause: 'not_live', lookAt: null }
  return waitFor(input) ?? obstacleFor(input) ?? { do: 'send' }
}

/** The PDF that the profile waits for. */
function waitFor({ invoice, message }: DecideInvitationInput): InvitationDecision | undefined {
  const isThere = !invoice.waitForDocument || message.withoutDocument || invoice.documentState === 'retrieved'
  if (isThere) return undefined
  return invoice.documentState === 'given_up'
    ? { do: 'hold', cause: 'document_given_up', lookAt: null }
    : { do: 'wait', cause: 'waiting_for_document' }
}

/** An address that it cannot go to; none is asked for while nothing is to leave yet. */
function obstacleFor(input: DecideInvitationInput): InvitationDecision | undefined {
  const { recipient, isUndeliverable, now } = input
  const obstacle = recipient === undefined ? undefined : obstacleAt(recipient, isUndeliverable)
  return obstacle && { do: 'hold', cause: obstacle, lookAt: new Date(now.getTime() + hourMs) }
}

/** Why nothing is to be asked for this invoice (any more). */
export function settledBy(
  invoice: Pick<Invoice, 'state' | 'paymentState' | 'openCents'>,
): 'paid' | 'credited' | 'archived' | 'nothing_open' | undefined {
  if (invoice.state === 'archived') return 'archived'
  if (invoice.paymentState === 'credited') return 'credited'
  if (invoice.state === 'paid' || invoice.paymentState === 'paid') return 'paid'
  return invoice.openCents <= 0 ? 'nothing_open' : undefined
}

/** What a person said that keeps every message back (promise C3). */
export function stoppedBy({
  isOnHold,
  isDisputed,
}: Pick<Invoice, 'isOnHold' | 'isDisputed'>): 'on_hold' | 'disputed' | undefined {
  if (isOnHold) return 'on_hold'
  return isDisputed ? 'disputed' : undefined
}

/** What is wrong with the address. */
export function obstacleAt(
  recipient: string | null,
  isUndeliverable = false,
): 'no_address' | 'invalid_address' | 'undeliverable_address' | undefined {
  if (!recipient) return 'no_address'
  if (!isEmailAddress(recipient)) return 'invalid_address'
  return isUndeliverable ? 'undeliverable_address' : undefined
}
