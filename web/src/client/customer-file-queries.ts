import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Language } from './contract.ts'
import {
  estimateExport,
  getCustomerImport,
  listCustomerImports,
  listImportRows,
  listSharedFiles,
} from './customer-file-calls.ts'
import type { RowOutcome } from './customer-files-contract.ts'
import { key } from './queries.ts'

/** Where the browser itself fetches a file. */
export function sharedFileAddress(id: string): string {
  return `/api/v1/shared-files/${encodeURIComponent(id)}/content`
}

/** The reasons are in the language of the page, also when the browser prefers another one. */
export function refusedRowsAddress(importId: string, language: Language): string {
  return `/api/v1/customer-imports/${encodeURIComponent(importId)}/refused?language=${language}`
}

export function sharedFilesQuery() {
  return infiniteQueryOptions({
    queryKey: key('shared-files'),
    queryFn: ({ pageParam }) => listSharedFiles(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function exportEstimateQuery(connectionId: string) {
  return queryOptions({
    queryKey: key('connections', 'export-estimate', connectionId),
    queryFn: () => estimateExport(connectionId),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

export function customerImportsQuery() {
  return infiniteQueryOptions({
    queryKey: key('customer-imports', 'list'),
    queryFn: ({ pageParam }) => listCustomerImports(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function customerImportQuery(id: string) {
  return queryOptions({ queryKey: key('customer-imports', 'one', id), queryFn: () => getCustomerImport(id) })
}

/** The rows of one preview: `version` tells one preview from the next. */
export function importRowsQuery(asked: { id: string; outcome: RowOutcome; version: string }) {
  const { id, outcome } = asked
  return infiniteQueryOptions({
    queryKey: key('customer-imports', 'rows', asked),
    queryFn: ({ pageParam }) => listImportRows({ id, outcome, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
