import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { documentName } from './document-name.ts'
import type { DocumentCatalogue, DocumentStanding, DocumentWords } from './document-words/catalogue.ts'
import { documentsInEnglish } from './document-words/en.ts'
import { documentsInFrench } from './document-words/fr.ts'
import { documentsInDutch } from './document-words/nl.ts'
import { type DocumentCause, type DocumentKind, documentCauses } from './invoice-document.ts'

const catalogues: Words<DocumentCatalogue> = {
  en: documentsInEnglish,
  nl: documentsInDutch,
  fr: documentsInFrench,
}

/** Why a document is not here, for a person. */
export function documentCauseWords(cause: DocumentCause, language: Language): DocumentWords {
  return wordsIn(catalogues, language).causes[cause]
}

/** Where a document stands, for a person. */
export function documentStandingWords(standing: DocumentStanding, language: Language): DocumentWords {
  return wordsIn(catalogues, language).standings[standing]
}

/** What a person calls the work on a selection of documents. */
export function documentRunName(
  work: { does: 'retrieve'; kind: DocumentKind } | { does: 'zip'; today: CalendarDay },
  language: Language,
): string {
  const { retrieval, zipPrefix } = wordsIn(catalogues, language)
  return work.does === 'retrieve' ? retrieval(documentName(work.kind)) : `${zipPrefix}-${work.today}.zip`
}

/** Whether a line of history names one of our causes. */
export function isDocumentCause(cause: string | null): cause is DocumentCause {
  return documentCauses.some((known) => known === cause)
}
