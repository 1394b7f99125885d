import type { DocumentCause, DocumentState } from '../invoice-document.ts'

/** A short title and a sentence or two: what it is, why, and what helps. */
export type DocumentWords = { title: string; explanation: string }

/** Where a document stands; `under_way` while it is being fetched at this moment. */
export type DocumentStanding = DocumentState | 'under_way'

/** Words for every cause and standing; one that is missing in a language does not compile. */
export type DocumentCatalogue = Readonly<{
  causes: Readonly<Record<DocumentCause, DocumentWords>>
  standings: Readonly<Record<DocumentStanding, DocumentWords>>
}>
