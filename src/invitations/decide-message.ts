import {
  decideInvitation,
  type InvitationDecision,
  obstacleAt,
  settledBy,
  stoppedBy,
} from './decide-invitation.ts'
import { decideReminder, type EarlierMessage, type ReminderDecision } from './decide-reminder.ts'
import { decideReminderByHand } from './decide-reminder-by-hand.ts'
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
  if (message.copyOf !== null) return asWanted(settledBy(input.invoice), input)
  const messages = input.messages.filter(({ id }) => id !== message.id)
  if (message.origin === 'hand') return asWanted(refusalOf({ ...input, messages }), input)
  return asPlanned(message.level, decideReminder({ ...input, messages }))
}

const hourMs = 3_600_000

/** What a person asked for leaves on any day and at any hour, unless there is nothing (more) to ask for. */
function asWanted(cancelled: MessageCause | undefined, input: DecideMessageInput): MessageDecision {
  const { invoice, recipient, isUndeliverable, now } = input
  if (cancelled) return { do: 'cancel', cause: cancelled }
  const stopped = stoppedBy(invoice)
  if (stopped) return { do: 'hold', cause: stopped, lookAt: null }
  const obstacle = recipient === undefined ? undefined : obstacleAt(recipient, isUndeliverable)
  return obstacle ? { do: 'hold', cause: obstacle, lookAt: new Date(now.getTime() + hourMs) } : { do: 'send' }
}

/** The address is looked at last, and holds it. */
function refusalOf(input: DecideMessageInput): MessageCause | undefined {
  const decision = decideReminderByHand({ ...input, recipient: undefined })
  if (decision.do === 'send') return undefined
  return decision.cause === 'not_due_yet' ? 'plan_changed' : decision.cause
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
