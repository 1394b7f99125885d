import type { RawBuilder } from 'kysely'
import { idsWithOpen } from '../customers/index.ts'
import type { CustomerFilter } from './customer-filter.ts'
import { idsLike, searchPatterns } from './customer-search.ts'

/** More than this are not gathered: what so many have is found soon by going through the list itself. */
export const mostCandidates = 10_000

/** A query for the ids of all that can match, up to one more than `mostCandidates`, and what is left to ask of those. */
export type Candidates = { ids: RawBuilder<unknown>; rest: CustomerFilter }

/**
 * Words and open invoices are too dear to ask of every row: an index of their own gives those who have them. Undefined for
 * a filter that asks for neither.
 */
export function candidatesOf(filter: CustomerFilter): Candidates | undefined {
  const patterns = searchPatterns(filter.search)
  if (patterns) {
    return { ids: idsLike(patterns, mostCandidates + 1), rest: { ...filter, search: undefined } }
  }
  if (!filter.hasOpen) return undefined
  return { ids: idsWithOpen(mostCandidates + 1), rest: { ...filter, hasOpen: undefined } }
}
