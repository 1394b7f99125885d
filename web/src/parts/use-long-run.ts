import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { answer, api } from '../client/api.ts'
import type { LongRun } from '../client/contract.ts'
import { isUnderWay, longRunQuery } from '../client/long-run-queries.ts'
import { notifyFailure } from './notify.ts'

/** Runs whose progress is on the screen: their end needs no announcement. */
const watched = new Map<string, number>()

export function isWatched(runId: string): boolean {
  return watched.has(runId)
}

/**
 * Follows long work. `onEnd` is called when it ends while the page looks on, not for work that was over before. Give
 * what is known of it already, so that nothing flickers.
 */
export function useLongRun(
  known: LongRun | null | undefined,
  onEnd?: (run: LongRun) => void,
): LongRun | undefined {
  const id = known?.id ?? ''
  const { data } = useQuery({
    ...longRunQuery(id),
    enabled: id !== '',
    ...(known && { initialData: known, initialDataUpdatedAt: 0 }),
  })
  const seenUnderWay = useRef<string | null>(null)
  const end = useRef(onEnd)
  end.current = onEnd

  useEffect(() => watch(id), [id])
  useEffect(() => {
    if (!data) return
    if (isUnderWay(data)) seenUnderWay.current = data.id
    else if (seenUnderWay.current === data.id) {
      seenUnderWay.current = null
      end.current?.(data)
    }
  }, [data])
  return data
}

function watch(runId: string): () => void {
  if (runId === '') return () => {}
  watched.set(runId, (watched.get(runId) ?? 0) + 1)
  return () => {
    const others = (watched.get(runId) ?? 1) - 1
    if (others > 0) watched.set(runId, others)
    else watched.delete(runId)
  }
}

/** Asks long work to stop at its next step. */
export function useCancelLongRun(runId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/long-runs/{id}/cancel', { params: { path: { id: runId } } })),
    onError: notifyFailure,
    onSuccess: (run) => {
      queryClient.setQueryData(longRunQuery(runId).queryKey, run)
      void queryClient.invalidateQueries({ queryKey: ['long-runs'] })
    },
  })
}
