export {
  forgetDocumentFileJob,
  retrieveDocumentsJob,
  retrieveSelectionJob,
  tickDocumentsJob,
  zipDocumentsJob,
} from './document-jobs.ts'
export { documentFileName } from './document-name.ts'
export {
  documentCauseWords,
  documentRunName,
  documentStandingWords,
  isDocumentCause,
} from './document-words.ts'
export { forgetDocumentFile } from './forget-document-file.ts'
export { type DocumentKind, documentKinds, type InvoiceDocument, isStale } from './invoice-document.ts'
export { listDocuments } from './list-documents.ts'
export { openDocument } from './open-document.ts'
export { type RetrievedDocument, retrieveDocument } from './retrieve-document.ts'
export { retrieveDocuments } from './retrieve-documents.ts'
export { retrieveSelection } from './retrieve-selection.ts'
export { startRetrieval, startZip } from './start-document-run.ts'
export { tickDocuments } from './tick-documents.ts'
export { type WantedDocument, wantDocuments } from './want-documents.ts'
export { zipDocuments } from './zip-documents.ts'
