import type { RefusalCause } from '../decide-by-hand.ts'
import type { MessageCause, MessageState } from '../message.ts'

/** What a person reads: what it is, and what happens next or helps. */
export type MessageWords = { title: string; explanation: string }

export type MessageCatalogue = {
  states: Readonly<Record<MessageState, MessageWords>>
  causes: Readonly<Record<MessageCause, MessageWords>>
  /** Why a message goes out on a day that is to come. */
  goesOut: {
    invitation: MessageWords
    reminder: (facts: { level: number; offsetDays: number }) => MessageWords
  }
  refusals: Readonly<Record<RefusalCause, MessageWords>>
}
