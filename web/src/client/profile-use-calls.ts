import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Taking a profile out of use: what refers to it, and another one in its place. */

export type ProfileUse = components['schemas']['ProfileUse']

export function profileUseQuery(id: string) {
  return queryOptions({
    queryKey: key('profiles', 'use', id),
    queryFn: () => answer(api.GET('/api/v1/profiles/{id}/use', { params: { path: { id } } })),
    gcTime: 0,
  })
}

export function deleteProfile(id: string) {
  return answer(api.DELETE('/api/v1/profiles/{id}', { params: { path: { id } } }))
}

export function replaceProfile(id: string, byProfileId: string) {
  return answer(
    api.POST('/api/v1/profiles/{id}/replace', { params: { path: { id } }, body: { byProfileId } }),
  )
}
