import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import type { InvoiceSelection } from './invoice-contract.ts'
import { key } from './queries.ts'

/** What keeps an invoice from being asked for, the address of its payment page, and what its customer asked there. */

type Schemas = components['schemas']
export type Stop = Schemas['CollectionStop']
export type StopKind = Stop['kind']
export type PaymentLink = Schemas['PaymentLink']
export type Question = Schemas['Question']
/** What is said of a stop when it is set. */
export type SaidOfStop = { reason?: string | null; promisedFor?: string; promisedCents?: number | null }

export function stopsQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'stops', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/stops', { params: { path: { id } } })),
  })
}

export function setStop(id: string, kind: StopKind, said: SaidOfStop) {
  const params = { path: { id } }
  const { promisedFor = '', promisedCents = null, reason = null } = said
  if (kind === 'promise') {
    const body = { promisedFor, promisedCents, reason }
    return answer(api.POST('/api/v1/invoices/{id}/promise', { params, body }))
  }
  return answer(api.POST(`/api/v1/invoices/{id}/${kind}`, { params, body: { reason } }))
}

export function endStop(id: string, kind: StopKind) {
  return answer(api.DELETE(`/api/v1/invoices/{id}/${kind}`, { params: { path: { id } } }))
}

export function paymentLinkQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'payment-link', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/payment-link', { params: { path: { id } } })),
  })
}

/** Every earlier address stops at once. */
export function renewPaymentLink(id: string) {
  return answer(api.POST('/api/v1/invoices/{id}/payment-link/renew', { params: { path: { id } }, body: {} }))
}

export function revokePaymentLink(id: string) {
  return answer(api.DELETE('/api/v1/invoices/{id}/payment-link', { params: { path: { id } } }))
}

export function changePaymentLinkExpiry(id: string, expiresAt: string | null) {
  return answer(
    api.PATCH('/api/v1/invoices/{id}/payment-link', { params: { path: { id } }, body: { expiresAt } }),
  )
}

export function questionsQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'questions', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/questions', { params: { path: { id } } })),
  })
}

/** Nobody knew whether the mail with it left; a person says so. */
export function settleQuestion(id: string, as: Schemas['QuestionSettlementInput']['as']) {
  return answer(api.POST('/api/v1/questions/{id}/settle', { params: { path: { id } }, body: { as } }))
}

/** Puts many on hold, or ends it; answers those that this changed. */
export function holdInvoices(selection: InvoiceSelection, isHeld: boolean) {
  return isHeld
    ? answer(api.POST('/api/v1/invoices/hold', { body: { selection } }))
    : answer(api.POST('/api/v1/invoices/end-hold', { body: { selection } }))
}
