import type { DocumentCause, DocumentState } from '../invoice-document.ts'

/** A short title and a sentence or two: what it is, why, and what helps. */
export type DocumentWords = { title: string; explanation: string }

/** Where a document stands; `under_way` while it is being fetched at this moment. */
export type DocumentStanding = DocumentState | 'under_way'

/** Words for every cause and standing; one that is missing in a language does not compile. */
export type DocumentCatalogue = Readonly<{
  causes: Readonly<Record<DocumentCause, DocumentWords>>
  standings: Readonly<Record<DocumentStanding, DocumentWords>>
  /** What the work on a selection is called; `document` is PDF or UBL. */
  retrieval: (document: string) => string
  /** The beginning of the name of a ZIP file. */
  zipPrefix: string
}>
