import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** What goes out on which day, addresses that take no mail, and what was sent to one customer. */

type Schemas = components['schemas']
export type MessageCalendar = Schemas['MessageCalendar']
export type CalendarItem = MessageCalendar['items'][number]
export type KeptInvoice = MessageCalendar['kept'][number]
export type UndeliverableAddress = Schemas['UndeliverableAddress']
export type CustomerEvent = Schemas['CustomerEvent']
export type CustomerEventKind = CustomerEvent['kind']

const pageSize = 20

export function messageCalendarQuery({ from, to }: { from: string; to: string }) {
  return queryOptions({
    queryKey: key('calendar', from, to),
    queryFn: () => answer(api.GET('/api/v1/message-calendar', { params: { query: { from, to } } })),
    placeholderData: (previous) => previous,
  })
}

export function undeliverableAddressesQuery(customerId?: string) {
  return queryOptions({
    queryKey: key('addresses', customerId),
    queryFn: () =>
      answer(
        api.GET('/api/v1/undeliverable-addresses', { params: { query: customerId ? { customerId } : {} } }),
      ),
  })
}

/** Says that an address works again. */
export function clearAddress(id: string) {
  return answer(api.DELETE('/api/v1/undeliverable-addresses/{id}', { params: { path: { id } } }))
}

/** Only administrators are told. */
export function bounceAddressQuery() {
  return queryOptions({
    queryKey: key('addresses', 'bounce'),
    queryFn: () => answer(api.GET('/api/v1/bounce-address')),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function customerHistoryQuery(id: string, kind: CustomerEventKind | undefined) {
  return infiniteQueryOptions({
    queryKey: key('customer-history', id, kind),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/customers/{id}/history', {
          params: {
            path: { id },
            query: { limit: pageSize, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}
