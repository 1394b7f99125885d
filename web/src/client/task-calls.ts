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

/** Does what a task asks for, where the server can do it alone. */
export function workOnTask({ action, subjectId, invoice, document }: Task): Promise<unknown> {
  const path = { id: subjectId }
  switch (action) {
    case 'retry_write_back':
      return answer(api.POST('/api/v1/payments/{id}/retry-write-back', { params: { path } }))
    case 'retry_import':
      return answer(api.POST('/api/v1/import-lines/{id}/retry', { params: { path } }))
    case 'retrieve_document':
      return answer(
        api.POST('/api/v1/invoices/{id}/documents/{kind}/retrieve', {
          params: { path: { id: invoice?.id ?? '', kind: document ?? 'pdf' } },
        }),
      )
    default:
      return Promise.resolve()
  }
}
