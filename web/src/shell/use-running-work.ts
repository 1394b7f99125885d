import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import type { LongRun } from '../client/contract.ts'
import { isUnderWay, longRunQuery, runsUnderWayQuery } from '../client/long-run-queries.ts'
import type { QueryTopic } from '../client/queries.ts'
import { notifyEnd } from '../parts/notify-end.tsx'
import { isWatched } from '../parts/use-long-run.ts'

/** What the end of long work leaves out of date. */
const changed: QueryTopic[] = [
  'long-runs',
  'shared-files',
  'customer-imports',
  'customers',
  'invoices',
  'import-lines',
  'activities',
]

/** The long work that is under way; says of each when it ends, unless the page in front shows it already. */
export function useRunningWork(): LongRun[] {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { data } = useQuery(runsUnderWayQuery())
  const before = useRef<string[]>([])
  useEffect(() => {
    if (!data) return
    const now = data.items.map((run) => run.id)
    const gone = before.current.filter((id) => !now.includes(id))
    before.current = now
    for (const id of gone) void tellEnd(queryClient, id, () => void navigate({ to: '/runs' }))
  }, [data, navigate, queryClient])
  return data?.items ?? []
}

async function tellEnd(queryClient: QueryClient, id: string, onOpen: () => void): Promise<void> {
  const isOnScreen = isWatched(id)
  for (const topic of changed) void queryClient.invalidateQueries({ queryKey: [topic] })
  const run = await queryClient.fetchQuery({ ...longRunQuery(id), staleTime: 0 }).catch(() => undefined)
  if (!run || isUnderWay(run) || isOnScreen) return
  const text = i18next.t(`longRun.ended.${run.state as 'finished' | 'failed' | 'cancelled'}`, {
    name: i18next.t(`longRun.kind.${run.kind}`),
  })
  notifyEnd({ text, isGood: run.state === 'finished', action: i18next.t('longRun.show'), onOpen })
}
