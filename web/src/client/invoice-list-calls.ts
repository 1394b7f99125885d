import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import type { InvoiceSelection } from './invoice-contract.ts'
import type { InvoiceExport, NewSavedView, SavedViewChange } from './invoice-list-contract.ts'
import { key } from './queries.ts'

/** Questions that the list of invoices asks beside the list itself. */

/** What the filters can offer: departments, currencies and warnings that occur. */
export function invoiceChoicesQuery() {
  return queryOptions({
    queryKey: key('invoices', 'choices'),
    queryFn: () => answer(api.GET('/api/v1/invoices/choices')),
    staleTime: 60_000,
  })
}

/** Sums of what is chosen, per currency. */
export function invoiceTotalsQuery(selection: InvoiceSelection) {
  return queryOptions({
    queryKey: key('invoices', 'totals', selection),
    queryFn: () => answer(api.POST('/api/v1/invoices/totals', { body: { selection } })),
    placeholderData: (previous) => previous,
  })
}

export function refreshInvoices(selection: InvoiceSelection) {
  return answer(api.POST('/api/v1/invoices/bulk', { body: { selection, action: 'refresh' } }))
}

export function exportInvoices(body: InvoiceExport) {
  return answer(api.POST('/api/v1/invoice-exports', { body }))
}

export function savedViewsQuery() {
  return queryOptions({
    queryKey: key('saved-views', 'invoices'),
    queryFn: () => answer(api.GET('/api/v1/saved-views', { params: { query: { list: 'invoices' } } })),
    staleTime: 60_000,
  })
}

export function addSavedView(body: NewSavedView) {
  return answer(api.POST('/api/v1/saved-views', { body }))
}

export function changeSavedView({ id, ...body }: SavedViewChange) {
  return answer(api.PATCH('/api/v1/saved-views/{id}', { params: { path: { id } }, body }))
}

export function deleteSavedView(id: string) {
  return answer(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } }))
}
