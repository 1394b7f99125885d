/** Why a payment is not registered in the CRM (or not removed there), and a person has to look. */
export const writeBackCauses = [
  'gone_in_crm',
  'not_booked',
  'already_paid_in_crm',
  'credited_in_crm',
  'more_than_open',
  'other_currency',
  'other_payments_there',
  'not_permitted',
  'crm_refused',
  'no_answer',
  'not_seen_there',
  'unreadable',
] as const
export type WriteBackCause = (typeof writeBackCauses)[number]

/**
 * How far the CRM is told of a payment (promise B17). `intent` is what is to be true there; `unknown`: it was asked for and
 * the answer is missing, or does not show. `began_at` is set from before a call leaves until its outcome was read.
 */
export type WriteBack = {
  intent: 'register' | 'remove'
  state: 'waiting' | 'unknown' | 'done' | 'refused'
  remotePaidAt: Date
  beganAt: Date | null
  acknowledgedAt: Date | null
  /** How often it was asked for. None: what is there was not registered by Vorder. */
  writes: number
  attempts: number
  cause: WriteBackCause | null
  causeDetail: string | null
  nextTryAt: Date | null
}

/** What a person sees of it. */
export const writeBackStandings = [
  'off',
  'waiting',
  'done',
  'refused',
  'unknown',
  'revoking',
  'revoked',
] as const
export type WriteBackStanding = (typeof writeBackStandings)[number]

/** Where the write-back of a payment stands for a person; `isOn` is the connection's switch. */
export function standingOf(writeBack: WriteBack | null, isOn: boolean): WriteBackStanding {
  if (!writeBack) return 'off'
  const { intent, state } = writeBack
  if (state === 'refused') return 'refused'
  if (state === 'done') return intent === 'register' ? 'done' : 'revoked'
  if (!isOn) return 'off'
  if (state === 'unknown') return 'unknown'
  return intent === 'register' ? 'waiting' : 'revoking'
}
