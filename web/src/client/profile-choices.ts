import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { components, paths } from '../generated/api.d.ts'
import { answer, api } from './api.ts'
import { key } from './queries.ts'

type Schemas = components['schemas']
export type ProfileChoice = Schemas['ProfileChoice']
export type ProfileChoiceSummary = Schemas['ProfileChoiceSummary']
export type MadeFields = Schemas['MadeFields']
export type CrmField = Schemas['CrmField']

type Query = NonNullable<paths['/api/v1/profile-choices']['get']['parameters']['query']>
export type ProfileChoiceFilters = Pick<Query, 'q' | 'profileId' | 'chosenBy' | 'warning'>

/** Which invoices chose which profile and why, the newest first. */
export function profileChoicesQuery(filters: ProfileChoiceFilters) {
  return infiniteQueryOptions({
    queryKey: key('invoices', 'profile-choices', filters),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/profile-choices', {
          params: { query: { ...filters, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** How many invoices each rule chose the profile of. */
export function profileChoiceSummaryQuery() {
  return queryOptions({
    queryKey: key('invoices', 'profile-choice-summary'),
    queryFn: () => answer(api.GET('/api/v1/profile-choices/summary')),
  })
}

/** Has Teamleader make the two custom fields, and chooses them. */
export function makeFields(connectionId: string): Promise<MadeFields> {
  const params = { path: { id: connectionId } }
  return answer(api.POST('/api/v1/connections/{id}/custom-fields', { params }))
}
