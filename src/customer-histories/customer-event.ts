import type { StopKind } from '../collection-stops/index.ts'
import type { Message } from '../invitations/index.ts'
import type { CalendarDay } from '../values/index.ts'

export const customerEventKinds = ['message', 'payment', 'stop'] as const
export type CustomerEventKind = (typeof customerEventKinds)[number]

/** What was sent to a customer or is about to be, to whom, by which version of which profile, and how far it came. */
export type MessageEvent = Pick<Message, 'state' | 'cause' | 'level' | 'origin' | 'sentCc' | 'refused'> & {
  /** The words of the mail server or of the CRM. */
  detail: string | null
  messageKind: Message['kind']
  /** Null while it has not left, and of a customer whose details were removed. */
  sentTo: string | null
  subject: string | null
  profileName: string | null
  profileVersion: number | null
}

/** Money that came in; cents of its currency. */
export type PaymentEvent = {
  amountCents: number
  currency: string
  origin: 'hand' | 'crm'
  paidOn: CalendarDay | null
  method: string | null
  recordedByName: string | null
  revokedCause: 'by_hand' | 'removed_in_crm' | null
}

/** What kept messages back: a hold, a dispute, a promise to pay. */
export type StopEvent = {
  stopKind: StopKind
  reason: string | null
  promisedFor: CalendarDay | null
  setBy: string | null
  endedAt: string | null
  endedBy: string | null
}

/** Something that happened between the business and a customer, about one invoice. `at` is an instant, UTC. */
export type CustomerEvent = { id: string; at: Date; invoiceId: string; number: string | null } & (
  | { kind: 'message'; facts: MessageEvent }
  | { kind: 'payment'; facts: PaymentEvent }
  | { kind: 'stop'; facts: StopEvent }
)
