import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SubjectKind } from './contract.ts'
import type { QueryTopic } from './queries.ts'

/** Which lists an event about a thing can change. The history changes with all of them. */
const staleTopics: Record<SubjectKind, QueryTopic[]> = {
  creditor: ['creditor', 'session', 'activities'],
  connection: ['connections', 'import-runs', 'tasks', 'overview', 'calendar', 'activities'],
  customer: ['customers', 'invoices', 'tasks', 'calendar', 'addresses', 'activities'],
  invoice: ['invoices', 'customer-history', 'tasks', 'overview', 'calendar', 'addresses', 'activities'],
  import_line: ['import-lines', 'import-runs', 'tasks', 'activities'],
  profile: ['profiles', 'invoices', 'calendar', 'activities'],
  long_run: ['long-runs', 'activities'],
  shared_file: ['shared-files', 'activities'],
  customer_import: ['customer-imports', 'activities'],
}

/** A burst of events (an import of a thousand invoices) refreshes the page once per this time. */
const gatherMs = 400

/** Keeps open pages current: the server says what changed, the lists it concerns are read again. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  useEffect(() => listen(queryClient), [queryClient])
}

function listen(queryClient: QueryClient): () => void {
  const stale = new Set<QueryTopic>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasLostContact = false

  function refresh() {
    timer = undefined
    for (const topic of stale) void queryClient.invalidateQueries({ queryKey: [topic] })
    stale.clear()
  }

  function hear(event: MessageEvent<string>) {
    const kind = subjectKindOf(event.data)
    if (kind === 'all') void queryClient.invalidateQueries()
    if (!kind || kind === 'all') return
    for (const topic of staleTopics[kind]) stale.add(topic)
    timer ??= setTimeout(refresh, gatherMs)
  }

  const source = new EventSource('/api/v1/live')
  source.onmessage = hear
  source.addEventListener('changed', hear)
  source.onerror = () => {
    hasLostContact = true
  }
  // What happened while the line was down is not repeated by the server: read everything that is on screen again.
  source.onopen = () => {
    if (hasLostContact) void queryClient.invalidateQueries()
    hasLostContact = false
  }
  return () => {
    source.close()
    clearTimeout(timer)
  }
}

/** `all`: the server itself may have missed something. */
function subjectKindOf(data: string): SubjectKind | 'all' | undefined {
  try {
    const { subjectKind } = JSON.parse(data) as { subjectKind?: string }
    if (subjectKind === 'all') return 'all'
    return subjectKind && subjectKind in staleTopics ? (subjectKind as SubjectKind) : undefined
  } catch {
    return undefined
  }
}
