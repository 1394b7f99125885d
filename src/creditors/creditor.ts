/** The business that is owed. `timeZone` is an IANA name; its calendar decides what "today" is. */
export type Creditor = {
  id: string
  name: string
  iban: string | null
  senderEmail: string | null
  language: 'en' | 'nl' | 'fr' | 'de'
  timeZone: string
}

/** The columns of a creditor that leave the room. */
export const creditorColumns = ['id', 'name', 'iban', 'senderEmail', 'language', 'timeZone'] as const
