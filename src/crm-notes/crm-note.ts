/** What is worth a note on the invoice in the CRM (promise B18). */
export type NoteEvent = 'imported' | 'not_imported' | 'invited' | 'reminded' | 'paid'

/** Why a note could not be left, for good. */
export type NoteCause = 'gone_in_crm' | 'not_permitted' | 'crm_refused'
