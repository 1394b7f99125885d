import type { RefusedRecipient } from '../mail/index.ts'
import type { MailLanguage } from '../profiles/index.ts'

/** The first request to pay, or a later one. */
export type MessageKind = 'invitation' | 'reminder'

/**
 * `waiting`: for the PDF. `planned`: leaves at the next look. `sending`: on its way at this moment. `sent`: the mail server
 * took it. `failed`: it certainly did not leave; tried again while there is a next look. `bounced`: the address was
 * refused. `unknown`: nobody knows whether it left; never sent again by itself. `held`: something keeps it back.
 * `cancelled`: there is no reason for it any more.
 */
export const messageStates = [
  'waiting',
  'planned',
  'sending',
  'sent',
  'failed',
  'bounced',
  'unknown',
  'held',
  'cancelled',
] as const
export type MessageState = (typeof messageStates)[number]

/** Why a message is not planned: nothing is owed any more, or nobody wants it to leave by itself. */
export const cancelCauses = [
  'paid',
  'credited',
  'archived',
  'nothing_open',
  'by_hand_only',
  'before_live',
  'without_invitations',
  'superseded',
  'plan_changed',
] as const
export type CancelCause = (typeof cancelCauses)[number]

/** What keeps a reminder from coming at all until somebody, or something outside, changes it. */
export const reminderStops = [
  'paid',
  'credited',
  'archived',
  'nothing_open',
  'on_hold',
  'disputed',
  'reminders_off',
  'not_live',
  'no_due_date',
  'not_invited',
  'invitation_not_sent_yet',
  'not_known_whether_invited',
  'invitation_refused',
  'not_known_whether_reminded',
  'reminder_under_way',
  'all_sent',
] as const
export type ReminderStop = (typeof reminderStops)[number]

/** What a reminder waits for that comes by itself. */
export const reminderWaits = ['before_step', 'promised', 'too_soon', 'outside_hours'] as const
export type ReminderWait = (typeof reminderWaits)[number]

/** What keeps a message back until somebody, or something outside, changes it. */
export const holdCauses = [
  'not_live',
  'document_given_up',
  'no_address',
  'invalid_address',
  'undeliverable_address',
  'on_hold',
  'disputed',
  'crm_unavailable',
  'reconnect_needed',
  'not_confirmed',
  'mail_not_set_up',
  'mail_sign_in_refused',
] as const
export type HoldCause = (typeof holdCauses)[number]

/** Why a message did not leave although it was tried, or why that is not known. */
export const failureCauses = [
  'mail_unreachable',
  'mail_deferred',
  'mail_refused',
  'recipients_refused',
  'unexpected',
  'outcome_unknown',
  'stopped_while_sending',
] as const
export type FailureCause = (typeof failureCauses)[number]

/** Every reason that a message can carry; each has words. */
export type MessageCause =
  | 'waiting_for_document'
  | CancelCause
  | HoldCause
  | FailureCause
  | ReminderStop
  | ReminderWait

/** A message to a customer about an invoice; of a kind and level one for an invoice, and copies of it (promise C4). Instants are UTC. */
export type Message = {
  id: string
  connectionId: string
  invoiceId: string
  kind: MessageKind
  level: number
  state: MessageState
  cause: MessageCause | null
  causeDetail: string | null
  origin: 'booking' | 'due_date' | 'hand'
  withoutDocument: boolean
  /** Recipients that a person chose for this message alone. */
  askedTo: string | null
  askedCc: string[] | null
  /** The message that a person had sent once more, as this one, to somebody else; null of all others. */
  copyOf: string | null
  plannedFor: Date
  /** When it is looked at again by itself; null when only an event or a person moves it. */
  nextLookAt: Date | null
  attempts: number
  mailId: string
  attemptId: string | null
  handedOverAt: Date | null
  sentTo: string | null
  sentCc: string[]
  refused: RefusedRecipient[]
  language: MailLanguage | null
  subject: string | null
  bodyText: string | null
  bodyHtml: string | null
  profileId: string | null
  profileVersion: number | null
  createdAt: Date
  sentAt: Date | null
}

export const messageColumns = [
  'id',
  'connectionId',
  'invoiceId',
  'kind',
  'level',
  'state',
  'cause',
  'causeDetail',
  'origin',
  'withoutDocument',
  'askedTo',
  'askedCc',
  'copyOf',
  'plannedFor',
  'nextLookAt',
  'attempts',
  'mailId',
  'attemptId',
  'handedOverAt',
  'sentTo',
  'sentCc',
  'refused',
  'language',
  'subject',
  'bodyText',
  'bodyHtml',
  'profileId',
  'profileVersion',
  'createdAt',
  'sentAt',
] as const
