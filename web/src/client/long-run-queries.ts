import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import type { LongRun, LongRunKind } from './contract.ts'
import { key } from './queries.ts'

/** The server tells of each step; a look of our own stands in when a message is lost. */
const lookMs = 5_000

export function isUnderWay({ state }: Pick<LongRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'cancelling'
}

export function longRunQuery(id: string) {
  return queryOptions({
    queryKey: key('long-runs', 'one', id),
    queryFn: () => answer(api.GET('/api/v1/long-runs/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data && !isUnderWay(query.state.data) ? false : lookMs),
  })
}

/** What is under way now, of one kind or of all. */
export function runsUnderWayQuery(kind?: LongRunKind) {
  return queryOptions({
    queryKey: key('long-runs', 'under-way', kind ?? 'all'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/long-runs', { params: { query: { underWay: 'true', ...(kind && { kind }) } } }),
      ),
    refetchInterval: (query) => (query.state.data?.items.length ? lookMs : false),
  })
}

/** All long work, the newest first. */
export function longRunsQuery() {
  return infiniteQueryOptions({
    queryKey: key('long-runs', 'list'),
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/long-runs', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some(isUnderWay)) ? lookMs : false,
  })
}
