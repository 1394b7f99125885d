import { type InvitedInvoice, obstacleAt, settledBy, stoppedBy } from './decide-invitation.ts'
import type { Message } from './message.ts'

/** Why a person cannot have a message sent now; each has words. */
export const refusalCauses = [
  'paid',
  'credited',
  'archived',
  'nothing_open',
  'already_sent',
  'being_sent',
  'not_known_whether_sent',
  'document_missing',
  'on_hold',
  'disputed',
  'no_address',
  'invalid_address',
  'undeliverable_address',
  'has_it_already',
  'not_sent_yet',
  'promised',
  'not_due_yet',
] as const
export type RefusalCause = (typeof refusalCauses)[number]

export type HandDecision = { do: 'invite' } | { do: 'refuse'; cause: RefusalCause }

export type DecideByHandInput = {
  invoice: InvitedInvoice
  /** The invitation as far as there is one. */
  message: Pick<Message, 'state'> | undefined
  recipient: string | null
  isUndeliverable?: boolean
  /** A copy of the invitation went there. */
  hasItAlready?: boolean
  withoutDocument: boolean
}

/** Whether a person can send the invitation now (promise B14: refused while the PDF is missing, unless sent without). */
export function decideByHand(input: DecideByHandInput): HandDecision {
  const { invoice, message, recipient, withoutDocument } = input
  const cause =
    settledBy(invoice) ??
    stoppedBy(invoice) ??
    (message && sentBefore[message.state]) ??
    (isMissing(invoice) && !withoutDocument
      ? 'document_missing'
      : (obstacleAt(recipient, input.isUndeliverable) ?? (input.hasItAlready ? 'has_it_already' : undefined)))
  return cause ? { do: 'refuse', cause: cause as RefusalCause } : { do: 'invite' }
}

/** The profile waits for the PDF, and it is not here. */
export function isMissing(invoice: Pick<InvitedInvoice, 'waitForDocument' | 'documentState'>): boolean {
  return invoice.waitForDocument && invoice.documentState !== 'retrieved'
}

const sentBefore: Partial<Record<Message['state'], RefusalCause>> = {
  sent: 'already_sent',
  sending: 'being_sent',
  unknown: 'not_known_whether_sent',
}
