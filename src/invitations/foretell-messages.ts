import { obstacleAt } from './decide-invitation.ts'
import { type DecideReminderInput, decideReminder, type EarlierMessage } from './decide-reminder.ts'
import type { MessageCause, MessageKind } from './message.ts'

/** A message that leaves at that moment (UTC instant) if nothing changes until then. */
export type ForetoldMessage = { kind: MessageKind; level: number; at: Date }

export type Foretold = {
  messages: ForetoldMessage[]
  /** Why nothing more leaves until somebody changes it; null when only its day has not come. */
  cause: MessageCause | null
}

export type ForetellInput = Omit<DecideReminderInput, 'messages' | 'recipient'> & {
  messages: readonly (EarlierMessage & { cause: MessageCause | null })[]
  recipient: string | null
  until: Date
}

/**
 * What leaves for an invoice until then, and why nothing more: the decision that sends reminders, asked by a clock that
 * runs ahead, each message taken for sent when it leaves. What is held back for a person, or for something outside, is not
 * foretold.
 */
export function foretellMessages({ until, messages, ...input }: ForetellInput): Foretold {
  const found: ForetoldMessage[] = []
  const assumed: EarlierMessage[] = []
  for (const message of messages) {
    const { kind, level, cause } = message
    if (isHeldBack(message)) return { messages: [], cause }
    const at = leavesAt(message, input.now)
    const obstacle = at && message.copyOf === null && obstacleAt(input.recipient, input.isUndeliverable)
    if (obstacle) return { messages: [], cause: obstacle }
    if (at) found.push({ kind, level, at })
    assumed.push(at ? { ...message, state: 'sent', sentAt: at } : message)
  }
  const reminders = foretellReminders({ ...input, messages: assumed }, until)
  const cause = reminders.cause === 'not_invited' ? whyNotInvited(messages) : reminders.cause
  return { cause, messages: [...found, ...reminders.messages].filter(({ at }) => at <= until) }
}

/** An invitation that waits keeps the reminders, too. */
function isHeldBack({ kind, state, copyOf }: EarlierMessage): boolean {
  return copyOf === null && kind === 'invitation' && (state === 'waiting' || state === 'held')
}

function leavesAt({ state, nextLookAt }: EarlierMessage, now: Date): Date | undefined {
  return state === 'planned' && nextLookAt !== null ? later(nextLookAt, now) : undefined
}

/** What a person decided when it came in says more than that nobody was invited. */
function whyNotInvited(messages: ForetellInput['messages']): MessageCause {
  const invitation = messages.find(({ kind }) => kind === 'invitation')
  const known = ['without_invitations', 'before_live', 'by_hand_only'] as const
  return known.find((cause) => cause === invitation?.cause) ?? 'not_invited'
}

function foretellReminders(input: DecideReminderInput, until: Date): Foretold {
  const found: ForetoldMessage[] = []
  const messages = [...input.messages]
  let now = input.now
  for (;;) {
    const decision = decideReminder({ ...input, messages, now })
    if (decision.do === 'stop') return { messages: found, cause: decision.cause }
    if (decision.do === 'hold') return { messages: found, cause: decision.cause }
    if (decision.do === 'wait') {
      const isForALongWhile = decision.cause === 'promised'
      if (decision.at > until) return { messages: found, cause: isForALongWhile ? decision.cause : null }
      now = decision.at
      continue
    }
    const { level } = decision
    found.push({ kind: 'reminder', level, at: now })
    messages.push({ kind: 'reminder', level, state: 'sent', nextLookAt: null, sentAt: now, copyOf: null })
  }
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
