import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { findInCrm, getCustomer, listCustomers, summariseCustomers } from './customer-calls.ts'
import type { CustomerFilters, CustomerListQuery } from './customer-contract.ts'
import { key } from './queries.ts'

const pageSize = 50

export function customersQuery(filters: CustomerListQuery) {
  return infiniteQueryOptions({
    queryKey: key('customers', 'list', filters),
    queryFn: ({ pageParam }) =>
      listCustomers({ ...filters, limit: pageSize, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function customerSummaryQuery(filters: CustomerFilters) {
  return queryOptions({
    queryKey: key('customers', 'summary', filters),
    queryFn: () => summariseCustomers(filters),
    placeholderData: (previous) => previous,
  })
}

export function customerQuery(id: string) {
  return queryOptions({ queryKey: key('customers', 'one', id), queryFn: () => getCustomer(id) })
}

/** Each question costs Teamleader's patience: an outdated one is cancelled, an answer is good for a while. */
export function crmSearchQuery(q: string) {
  return queryOptions({
    queryKey: ['crm-customers', q],
    queryFn: ({ signal }) => findInCrm(q, signal),
    enabled: q.length >= 2,
    staleTime: 30_000,
    retry: false,
    placeholderData: (previous) => previous,
  })
}
