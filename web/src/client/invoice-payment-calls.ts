import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Payments of an invoice, and what Teamleader is told of them. */

type Schemas = components['schemas']
export type Payment = Schemas['Payment']
export type InvoiceStatement = Schemas['InvoicePayments']['statement']
export type NewPayment = Schemas['NewPaymentInput']

export function paymentsQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'payments', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/payments', { params: { path: { id } } })),
  })
}

/** Asks Teamleader, so only when somebody is about to choose. */
export function paymentMethodsQuery(connectionId: string) {
  return queryOptions({
    queryKey: key('connections', 'payment-methods', connectionId),
    queryFn: () => answer(api.GET('/api/v1/payment-methods', { params: { query: { connectionId } } })),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

/** `requestKey` makes two presses of the button one payment. */
export function recordPayment(id: string, body: NewPayment, requestKey: string) {
  return answer(
    api.POST('/api/v1/invoices/{id}/payments', {
      params: { path: { id }, header: { 'idempotency-key': requestKey } },
      body,
    }),
  )
}

export function revokePayment(id: string) {
  return answer(api.POST('/api/v1/payments/{id}/revoke', { params: { path: { id } } }))
}

export function retryWriteBack(id: string) {
  return answer(api.POST('/api/v1/payments/{id}/retry-write-back', { params: { path: { id } } }))
}
