import { decideInvitation, type InvitationDecision } from './decide-invitation.ts'
import { decideReminder, type EarlierMessage, type ReminderDecision } from './decide-reminder.ts'
import type { InvitedFacts } from './invoice-facts.ts'
import type { Message, MessageCause } from './message.ts'
import type { MessageMove } from './message-move.ts'

export type MessageDecision =
  | Exclude<InvitationDecision, { do: 'cancel' }>
  | { do: 'later'; at: Date }
  | { do: 'cancel'; cause: MessageCause }

export type DecideMessageInput = {
  message: Message
  invoice: InvitedFacts
  /** All messages of the invoice. */
  messages: readonly (EarlierMessage & { id: string })[]
  isLive: boolean
  timeZone: string
  recipient?: string | null
  isUndeliverable?: boolean
  now: Date
}

/** Whether a message that was planned still leaves, and if not, why not (promise C3). Of either kind. */
export function decideMessage(input: DecideMessageInput): MessageDecision {
  const { message } = input
  if (message.kind === 'invitation') return decideInvitation(input)
  const messages = input.messages.filter(({ id }) => id !== message.id)
  return asPlanned(message.level, decideReminder({ ...input, messages }))
}

/** A reminder leaves as the level that it was planned as, or not at all: then the step that is due now is planned anew. */
function asPlanned(level: number, decision: ReminderDecision): MessageDecision {
  if (decision.do === 'stop') return { do: 'cancel', cause: decision.cause }
  if (decision.level > level) return { do: 'cancel', cause: 'superseded' }
  if (decision.level < level) return { do: 'cancel', cause: 'plan_changed' }
  switch (decision.do) {
    case 'send':
      return { do: 'send' }
    case 'hold':
      return decision
    case 'wait':
      return decision.cause === 'outside_hours'
        ? { do: 'later', at: decision.at }
        : { do: 'cancel', cause: decision.cause === 'promised' ? 'promised' : 'plan_changed' }
  }
}

/** The step that a decision means. */
export function moveOf(decision: MessageDecision, now: Date): MessageMove {
  switch (decision.do) {
    case 'send':
      return { state: 'planned', nextLookAt: now }
    case 'later':
      return { state: 'planned', nextLookAt: decision.at }
    case 'wait':
      return { state: 'waiting', cause: decision.cause }
    case 'hold':
      return { state: 'held', cause: decision.cause, nextLookAt: decision.lookAt }
    case 'cancel':
      return { state: 'cancelled', cause: decision.cause }
  }
}
