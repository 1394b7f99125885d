import type { CalendarDay } from '../values/index.ts'

/** Why an invoice is not collected for now: put on hold, disputed by the customer, or promised to be paid by a day. */
export const stopKinds = ['hold', 'dispute', 'promise'] as const
export type StopKind = (typeof stopKinds)[number]

/** One of an invoice; who said it, when (UTC instants) and why. An ended one stays. */
export type Stop = {
  id: string
  invoiceId: string
  kind: StopKind
  reason: string | null
  /** Of a promise: the last day on which nobody is reminded. */
  promisedFor: CalendarDay | null
  /** Of a promise: the part that is to be paid by then, in cents; null: all that is open. */
  promisedCents: number | null
  setBy: string | null
  setAt: Date
  endedBy: string | null
  endedAt: Date | null
}

export const stopColumns = [
  'id',
  'invoiceId',
  'kind',
  'reason',
  'promisedFor',
  'promisedCents',
  'setBy',
  'setAt',
  'endedBy',
  'endedAt',
] as const
