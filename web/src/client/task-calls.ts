import { queryOptions } from '@tanstack/react-query'
import type { components } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

/** What waits for a person, and the overview of what is owed. */

type Schemas = components['schemas']
export type Task = Schemas['Task']
export type TaskKind = Task['kind']
export type TaskSummary = Schemas['TaskSummary']
export type Overview = Schemas['Overview']
export type CurrencyOverview = Schemas['CurrencyOverview']

export function tasksQuery(kind: TaskKind | undefined) {
  return queryOptions({
    queryKey: key('tasks', 'list', kind),
    queryFn: () => answer(api.GET('/api/v1/tasks', { params: { query: kind ? { kind, limit: 200 } : {} } })),
    placeholderData: (previous) => previous,
  })
}

export function taskSummaryQuery() {
  return queryOptions({
    queryKey: key('tasks', 'summary'),
    queryFn: () => answer(api.GET('/api/v1/tasks/summary')),
  })
}

export function overviewQuery() {
  return queryOptions({
    queryKey: key('overview'),
    queryFn: () => answer(api.GET('/api/v1/overview')),
  })
}

/** Does what a task asks for, where the server can do it alone; what only a person can do resolves to nothing. */
export async function workOnTask({ action, subjectId, invoice, document }: Task): Promise<void> {
  const path = { id: subjectId }
  if (action === 'retry_write_back')
    await answer(api.POST('/api/v1/payments/{id}/retry-write-back', { params: { path } }))
  if (action === 'retry_import')
    await answer(api.POST('/api/v1/import-lines/{id}/retry', { params: { path } }))
  if (action === 'retrieve_document') {
    const ofInvoice = { id: invoice?.id ?? '', kind: document ?? 'pdf' } as const
    await answer(api.POST('/api/v1/invoices/{id}/documents/{kind}/retrieve', { params: { path: ofInvoice } }))
  }
}
