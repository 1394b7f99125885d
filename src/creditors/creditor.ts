import type { CalendarDay } from '../values/index.ts'

/** Days, both included, on which the business is closed: nothing is sent by itself then. */
export type ClosedPeriod = { from: CalendarDay; until: CalendarDay; note: string }

/** The business that is owed. `timeZone` is an IANA name; its calendar decides what "today" is. */
export type Creditor = {
  id: string
  name: string
  iban: string | null
  senderEmail: string | null
  language: 'en' | 'nl' | 'fr' | 'de'
  timeZone: string
  /** In order of their first days. */
  closedPeriods: ClosedPeriod[]
}

/** The columns of a creditor that leave the room. */
export const creditorColumns = [
  'id',
  'name',
  'iban',
  'senderEmail',
  'language',
  'timeZone',
  'closedPeriods',
] as const
