import { defineJob } from '../jobs/index.ts'

/** Fetches the documents of a connection that are due; asks for itself while there are more. */
export const retrieveDocumentsJob = defineJob<{ creditorId: string; connectionId: string }>(
  'retrieve-documents',
  'stately',
)

/** Every minute: asks for the documents that are due at every connection, so that nothing rests on one lost job. */
export const tickDocumentsJob = defineJob<Record<string, never>>('tick-documents', 'stately')

/** Takes a stored file away when no document refers to it any more. */
export const forgetDocumentFileJob = defineJob<{ creditorId: string; storageKey: string }>(
  'forget-document-file',
)

/** Fetches the documents of invoices that a person selected. */
export const retrieveSelectionJob = defineJob<{ creditorId: string; runId: string }>(
  'retrieve-selection',
  'stately',
)

/** Packs the documents of invoices that a person selected into one file. */
export const zipDocumentsJob = defineJob<{ creditorId: string; runId: string }>('zip-documents', 'stately')
