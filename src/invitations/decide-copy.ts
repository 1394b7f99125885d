import type { RefusalCause } from './decide-by-hand.ts'
import { obstacleAt, settledBy, stoppedBy } from './decide-invitation.ts'
import type { RemindedInvoice } from './decide-reminder.ts'
import type { Message } from './message.ts'

export type CopyDecision = { do: 'send' } | { do: 'refuse'; cause: RefusalCause; address?: string }

type SentMessage = Pick<Message, 'state' | 'sentTo' | 'sentCc' | 'refused'>

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
  const address = whoHasIt(all, [to, ...cc])
  if (address !== undefined) return { do: 'refuse', cause: 'has_it_already', address }
  const obstacle = obstacleAt(to, input.isUndeliverable)
  return obstacle ? { do: 'refuse', cause: obstacle } : { do: 'send' }
}

/** The first of these addresses that one of the messages reached, or may have. */
export function whoHasIt(messages: readonly SentMessage[], addresses: readonly string[]): string | undefined {
  const reached = new Set(messages.flatMap(reachedBy))
  return addresses.find((address) => reached.has(address.toLowerCase()))
}

function reachedBy({ state, sentTo, sentCc, refused }: SentMessage): string[] {
  if (!['sending', 'sent', 'unknown', 'bounced'].includes(state)) return []
  const gone = new Set(refused.map(({ address }) => address.toLowerCase()))
  // The one to whom it was written was refused.
  const main = state === 'bounced' || sentTo === null ? [] : [sentTo]
  return [...main, ...sentCc].map((address) => address.toLowerCase()).filter((address) => !gone.has(address))
}
