import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Texts of a profile: kept, tried on a made-up invoice, mailed to whoever writes them. */

type Schemas = components['schemas']
export type TextToTry = Schemas['TextToTryInput']
export type MailLanguage = TextToTry['language']
export type MailText = NonNullable<TextToTry['text']>
export type ProfileChanges = Schemas['ProfileChangesInput']

export function changeProfile(id: string, body: ProfileChanges) {
  return answer(api.PATCH('/api/v1/profiles/{id}', { params: { path: { id } }, body }))
}

/** How it looks to the customer. Refused, with the place and the reason, when the text cannot be used. */
export function textPreviewQuery(id: string, body: TextToTry) {
  return queryOptions({
    queryKey: key('profiles', 'preview', id, body),
    queryFn: () => answer(api.POST('/api/v1/profiles/{id}/preview', { params: { path: { id } }, body })),
    placeholderData: (previous) => previous,
    retry: false,
  })
}

export function sendTest(id: string, body: TextToTry) {
  return answer(api.POST('/api/v1/profiles/{id}/send-test', { params: { path: { id } }, body }))
}
