import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Messages about an invoice: what goes out next, what left, and what a person has to say. */

type Schemas = components['schemas']
export type Message = Schemas['Message']
export type InvoiceMessages = Schemas['InvoiceMessages']
export type InvitationByHand = Schemas['InvitationByHandInput']
export type ReminderByHand = Schemas['ReminderByHandInput']
export type MessageAgain = Schemas['MessageAgainInput']
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

/** What a reminder of that level would say now. */
export function reminderPreviewQuery(id: string, level: number) {
  return queryOptions({
    queryKey: key('invoices', 'reminder-preview', id, level),
    queryFn: () =>
      answer(
        api.GET('/api/v1/invoices/{id}/reminder/preview', { params: { path: { id }, query: { level } } }),
      ),
  })
}

/** What a message that was sent would say now. */
export function againPreviewQuery(id: string) {
  return queryOptions({
    queryKey: key('invoices', 'again-preview', id),
    queryFn: () => answer(api.GET('/api/v1/messages/{id}/again/preview', { params: { path: { id } } })),
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

export function remindNow(id: string, body: ReminderByHand) {
  return answer(api.POST('/api/v1/invoices/{id}/reminder', { params: { path: { id } }, body }))
}

/** To somebody else as well. */
export function sendAgain(id: string, body: MessageAgain) {
  return answer(api.POST('/api/v1/messages/{id}/again', { params: { path: { id } }, body }))
}

/** Nobody knew whether a message left; a person says so. */
export function settleMessage(id: string, as: Settlement) {
  return answer(api.POST('/api/v1/messages/{id}/settle', { params: { path: { id } }, body: { as } }))
}
