import type { RefusalCause } from './decide-by-hand.ts'
import { obstacleAt, settledBy, stoppedBy } from './decide-invitation.ts'
import type { RemindedInvoice } from './decide-reminder.ts'
import type { Message } from './message.ts'

export type CopyDecision = { do: 'send' } | { do: 'refuse'; cause: RefusalCause; address?: string }

type SentMessage = Pick<Message, 'state' | 'sentTo' | 'sentCc' | 'refused'> &
  Pick<Message, 'askedTo' | 'askedCc' | 'copyOf' | 'nextLookAt'>

export type DecideCopyInput = {
  invoice: Pick<RemindedInvoice, 'state' | 'paymentState' | 'openCents' | 'isOnHold' | 'isDisputed'>
  /** The message that is to be sent once more. */
  original: SentMessage
  /** It, and every copy of it. */
  all: readonly SentMessage[]
  to: string
  cc: readonly string[]
  isUndeliverable: boolean
}

/**
 * Whether a person can have a message that was sent go to somebody else as well (promise C1). Whoever has it does not get it
 * once more, not even in the copy (C4).
 */
export function decideCopy(input: DecideCopyInput): CopyDecision {
  const { invoice, original, all, to, cc } = input
  const cause = settledBy(invoice) ?? stoppedBy(invoice)
  if (cause) return { do: 'refuse', cause }
  if (original.state !== 'sent') return { do: 'refuse', cause: 'not_sent_yet' }
  // The copy for the same person is that one, and is not made a second time.
  const others = all.filter((message) => !isOnItsWay(message) || !isSame(message.askedTo, to))
  const address = whoHasIt(others, [to, ...cc])
  if (address !== undefined) return { do: 'refuse', cause: 'has_it_already', address }
  const obstacle = obstacleAt(to, input.isUndeliverable)
  return obstacle ? { do: 'refuse', cause: obstacle } : { do: 'send' }
}

export function isSame(address: string | null, other: string): boolean {
  return address?.toLowerCase() === other.toLowerCase()
}

/** The first of these addresses that one of the messages reached, or may have, or is about to. */
export function whoHasIt(messages: readonly SentMessage[], addresses: readonly string[]): string | undefined {
  const reached = new Set(messages.flatMap(reachedBy).map((address) => address.toLowerCase()))
  return addresses.find((address) => reached.has(address.toLowerCase()))
}

function reachedBy(message: SentMessage): string[] {
  const { state, sentTo, sentCc, refused, askedTo, askedCc } = message
  if (isOnItsWay(message)) return [...(askedTo === null ? [] : [askedTo]), ...(askedCc ?? [])]
  if (!['sending', 'sent', 'unknown', 'bounced'].includes(state)) return []
  // The one to whom it was written was refused.
  const main = state === 'bounced' || sentTo === null ? [] : [sentTo]
  return [...main, ...sentCc].filter((address) => !refused.some((gone) => isSame(gone.address, address)))
}

/** A copy that was asked for and leaves by itself, now or later. */
function isOnItsWay({ state, copyOf, nextLookAt }: SentMessage): boolean {
  if (copyOf === null) return false
  return ['planned', 'held'].includes(state) || (state === 'failed' && nextLookAt !== null)
}
