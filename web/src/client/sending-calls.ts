import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** Whether a connection sends by itself, and the two ways to change that. */

export function sendingQuery(id: string) {
  return queryOptions({
    queryKey: key('connections', 'sending', id),
    queryFn: () => answer(api.GET('/api/v1/connections/{id}/sending', { params: { path: { id } } })),
  })
}

/** `held`: what becomes of the invitations that were held back until now. */
export function goLive(id: string, held: 'send' | 'drop') {
  return answer(api.POST('/api/v1/connections/{id}/go-live', { params: { path: { id } }, body: { held } }))
}

export function stopSending(id: string) {
  return answer(api.POST('/api/v1/connections/{id}/stop-sending', { params: { path: { id } } }))
}
