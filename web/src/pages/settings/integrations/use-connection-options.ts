import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../client/api.ts'
import type { Connection, ConnectionOptions } from '../../../client/contract.ts'
import { connectionsQuery } from '../../../client/queries.ts'
import { notifyFailure } from '../../../parts/notify.ts'

/** Stores options as soon as they are chosen. The page shows the choice at once and takes it back on a refusal. */
export function useConnectionOptions({ id }: Connection) {
  const queryClient = useQueryClient()
  const { queryKey } = connectionsQuery()
  return useMutation({
    mutationFn: (options: ConnectionOptions) =>
      answer(api.PATCH('/api/v1/connections/{id}', { params: { path: { id } }, body: options })),
    onMutate: async (options) => {
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, (list) => ({
        items: (list?.items ?? []).map((one) => (one.id === id ? { ...one, ...options } : one)),
      }))
      return { before }
    },
    onError: (failure, _options, context) => {
      queryClient.setQueryData(queryKey, context?.before)
      notifyFailure(failure)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  })
}
