import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import type { ImportOutcome } from './contract.ts'
import type { AskedInvoices, DocumentKind, DocumentSelection } from './invoice-contract.ts'
import { isUnderWay } from './long-run-queries.ts'
import { key } from './queries.ts'

/** Questions about imports by hand, diagnoses and documents. Those of long work go stale with its progress. */

const pageSize = 50
const lookMs = 5_000

export function startPreview(body: AskedInvoices) {
  return answer(api.POST('/api/v1/invoice-imports/preview', { body }))
}

export function startImport(body: AskedInvoices) {
  return answer(api.POST('/api/v1/invoice-imports', { body }))
}

export function offeredPeriodQuery(connectionId: string) {
  return queryOptions({
    queryKey: key('connections', 'offered-period', connectionId),
    queryFn: () =>
      answer(api.GET('/api/v1/invoice-imports/offered-period', { params: { query: { connectionId } } })),
  })
}

/** A preview or an import: both answer under the same address. */
export function manualImportQuery(runId: string) {
  return queryOptions({
    queryKey: key('long-runs', 'manual-import', runId),
    queryFn: () => answer(api.GET('/api/v1/invoice-imports/{runId}', { params: { path: { runId } } })),
    refetchInterval: (query) => (query.state.data && !isUnderWay(query.state.data.run) ? false : lookMs),
  })
}

export type ManualLinesAsked = { runId: string; outcome: ImportOutcome }

export function manualLinesQuery({ runId, outcome }: ManualLinesAsked) {
  return infiniteQueryOptions({
    queryKey: key('long-runs', 'manual-lines', runId, outcome),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/invoice-imports/{runId}/lines', {
          params: {
            path: { runId },
            query: { outcome, limit: pageSize, ...(pageParam && { cursor: Number(pageParam) }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** Asks Teamleader too, so only when a person asked. */
export function diagnosisQuery(q: string) {
  return queryOptions({
    queryKey: key('import-lines', 'diagnosis', q),
    queryFn: () => answer(api.GET('/api/v1/diagnosis', { params: { query: { q } } })),
    enabled: q !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function retryLine(id: string) {
  return answer(api.POST('/api/v1/import-lines/{id}/retry', { params: { path: { id } } }))
}

/** Fetches the document now; the answer says how that ended. */
export function retrieveDocument(id: string, kind: DocumentKind) {
  return answer(
    api.POST('/api/v1/invoices/{id}/documents/{kind}/retrieve', { params: { path: { id, kind } } }),
  )
}

export function retrieveDocuments(body: DocumentSelection) {
  return answer(api.POST('/api/v1/invoices/documents/retrieve', { body }))
}

export function zipDocuments(body: DocumentSelection) {
  return answer(api.POST('/api/v1/invoices/documents/zip', { body }))
}

/** Where the browser gets the document itself: to be shown, or to be saved. */
export function documentAddress(id: string, kind: DocumentKind, isDownload = false): string {
  return `/api/v1/invoices/${encodeURIComponent(id)}/documents/${kind}${isDownload ? '?download=true' : ''}`
}
