import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Messages about an invoice: what goes out next, what left, and what a person has to say. */

type Schemas = components['schemas']
export type Message = Schemas['Message']
export type InvoiceMessages = Schemas['InvoiceMessages']
export type InvitationByHand = Schemas['InvitationByHandInput']
export type MessagePreview = Schemas['MessagePreview']
export type Settlement = Schemas['MessageSettlementInput']['as']

export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'messages', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/messages', { params: { path: { id } } })),
  })
}

/** What the invitation says, or would say if it left now. */
export function invitationPreviewQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'invitation-preview', id),
    queryFn: () => answer(api.GET('/api/v1/invoices/{id}/invitation/preview', { params: { path: { id } } })),
  })
}

export function messagePreviewQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'message-preview', id),
    queryFn: () => answer(api.GET('/api/v1/messages/{id}/preview', { params: { path: { id } } })),
  })
}

export function inviteNow(id: string, body: InvitationByHand) {
  return answer(api.POST('/api/v1/invoices/{id}/invitation', { params: { path: { id } }, body }))
}

/** Nobody knew whether a message left; a person says so. */
export function settleMessage(id: string, as: Settlement) {
  return answer(api.POST('/api/v1/messages/{id}/settle', { params: { path: { id } }, body: { as } }))
}
