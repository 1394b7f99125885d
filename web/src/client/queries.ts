import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import type { ImportCause, ImportOutcome, InvoiceFilters, InvoiceSort, SubjectKind } from './contract.ts'

const pageSize = 50

/** First word of each key; `live.ts` names what went stale by it. */
export type QueryTopic =
  | 'session'
  | 'invoices'
  | 'activities'
  | 'import-lines'
  | 'import-runs'
  | 'connections'
  | 'profiles'
  | 'creditor'
  | 'customers'
  | 'customer-imports'
  | 'long-runs'
  | 'shared-files'
  | 'saved-views'
  | 'tasks'
  | 'overview'
  | 'calendar'
  | 'addresses'
  | 'customer-history'

/** The key of a query: its topic, then what it asks for. */
export function key(topic: QueryTopic, ...rest: unknown[]): readonly unknown[] {
  return [topic, ...rest]
}

export function sessionQuery() {
  return queryOptions({
    queryKey: key('session'),
    queryFn: () => answer(api.GET('/api/v1/session')),
    staleTime: 5 * 60_000,
  })
}

export type InvoiceListQuery = InvoiceFilters & { sort: InvoiceSort; order: 'asc' | 'desc' }

export function invoicesQuery(filters: InvoiceListQuery) {
  return infiniteQueryOptions({
    queryKey: key('invoices', 'list', filters),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/invoices', {
          params: { query: { ...filters, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function invoiceSummaryQuery(filters: InvoiceFilters) {
  return queryOptions({
    queryKey: key('invoices', 'summary', filters),
    queryFn: () => answer(api.GET('/api/v1/invoices/summary', { params: { query: filters } })),
    placeholderData: (previous) => previous,
  })
}

export function invoiceQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'one', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}', { params: { path: { id } } })),
  })
}

export type ActivityFilters = { subjectKind?: SubjectKind; subjectId?: string }

export function activitiesQuery(filters: ActivityFilters) {
  return infiniteQueryOptions({
    queryKey: key('activities', filters),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/activities', {
          params: { query: { ...filters, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export type ImportLineFilters = { outcome?: ImportOutcome; cause?: ImportCause; q?: string }

export function importLinesQuery(filters: ImportLineFilters) {
  return infiniteQueryOptions({
    queryKey: key('import-lines', 'list', filters),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/import-lines', {
          params: { query: { ...filters, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function importSummaryQuery() {
  return queryOptions({
    queryKey: key('import-lines', 'summary'),
    queryFn: () => answer(api.GET('/api/v1/import-lines/summary')),
  })
}

export function importRunsQuery() {
  return infiniteQueryOptions({
    queryKey: key('import-runs'),
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/import-runs', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // A run that works says so: its counts move although nothing else happens.
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((run) => run.state === 'running'))
        ? 2_000
        : false,
  })
}

export function connectionsQuery() {
  return queryOptions({
    queryKey: key('connections', 'list'),
    queryFn: () => answer(api.GET('/api/v1/connections')),
  })
}

export function connectionCheckQuery(id: string) {
  return queryOptions({
    queryKey: key('connections', 'check', id),
    queryFn: () => answer(api.GET('/api/v1/connections/{id}/check', { params: { path: { id } } })),
    staleTime: 60_000,
    retry: false,
  })
}

export function connectionFieldsQuery(id: string, context: 'invoice' | 'subscription') {
  return queryOptions({
    queryKey: key('connections', 'fields', id, context),
    queryFn: () =>
      answer(api.GET('/api/v1/connections/{id}/fields', { params: { path: { id }, query: { context } } })),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

export function departmentsQuery(id: string) {
  return queryOptions({
    queryKey: key('connections', 'departments', id),
    queryFn: () => answer(api.GET('/api/v1/connections/{id}/departments', { params: { path: { id } } })),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

export function profilesQuery() {
  return queryOptions({
    queryKey: key('profiles'),
    queryFn: () => answer(api.GET('/api/v1/profiles')),
    staleTime: 60_000,
  })
}

export function creditorQuery() {
  return queryOptions({
    queryKey: key('creditor'),
    queryFn: () => answer(api.GET('/api/v1/creditor')),
  })
}
