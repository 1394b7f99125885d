import { useMutation } from '@tanstack/react-query'
import { answer, api } from '../client/api.ts'
import { notifyFailure } from './notify.ts'

/** Leaves for Teamleader's consent page, which comes back at Settings > Integrations. */
export function useConnect() {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connections/authorise', { body: { source: 'teamleader' } })),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: notifyFailure,
  })
}
