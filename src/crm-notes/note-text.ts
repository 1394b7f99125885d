import { createHash } from 'node:crypto'
import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { NoteEvent } from './crm-note.ts'
import type { NoteCatalogue } from './words/catalogue.ts'
import { notesInEnglish } from './words/en.ts'
import { notesInFrench } from './words/fr.ts'
import { notesInDutch } from './words/nl.ts'

const catalogues: Words<NoteCatalogue> = { en: notesInEnglish, nl: notesInDutch, fr: notesInFrench }

/**
 * What stands in a note so that it is known again among the others, whatever the CRM does to its text. It follows from the
 * event alone: a database that was restored from a backup knows its notes again.
 */
export function noteReference(input: {
  invoiceExternalId: string
  event: NoteEvent
  eventKey: string
}): string {
  const text = `${input.invoiceExternalId} ${input.event} ${input.eventKey}`
  return `V-${createHash('sha256').update(text).digest('hex').slice(0, 10)}`
}

/** The whole note as it is left. */
export function noteText(input: {
  event: NoteEvent
  reference: string
  language: Language
  detail: string
}): string {
  const sentence = wordsIn(catalogues, input.language)[input.event](input.detail)
  return `${sentence} [${input.reference}]`
}
