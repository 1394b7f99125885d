import { invalid } from './api-error.ts'
import type { Collection } from './collection.ts'
import type { World } from './world.ts'

type Page = { size?: number | undefined; number?: number | undefined } | undefined
export type Listing<T extends { id: string }> = {
  collection: Collection<T>
  /** Rows in the wanted order, before the filter. */
  rows: readonly T[]
  order: string
  filter: unknown
  matches: (row: T) => boolean
  page: Page
  includes?: string | undefined
}

/** Runs filter and paging: 20 rows unless asked otherwise, and no word about how many there are. */
export function listPage<T extends { id: string }>(
  world: World,
  listing: Listing<T>,
  wire: (world: World, row: T) => unknown,
): { data: unknown[]; meta?: unknown } {
  const size = pageSize(world, listing.page)
  const number = listing.page?.number ?? 1
  const rows = matchingRows(world, listing)
  const start = shiftedStart(world, size, number)
  const data = rows.slice(start, start + size).map((row) => wire(world, row))
  if (!wantsMeta(world, listing.includes)) return { data }
  return { data, meta: { page: { size, number }, matches: rows.length } }
}

function pageSize(world: World, page: Page): number {
  const size = page?.size ?? 20
  const { maxPageSize, overMaxPageSize } = world.answers
  if (size <= maxPageSize) return size
  if (overMaxPageSize === 'clamp') return maxPageSize
  throw invalid('page.size', `must be at most ${maxPageSize}`)
}

/** With pages that move, each further page starts one row early: as if a row had been added meanwhile. */
function shiftedStart(world: World, size: number, number: number): number {
  const start = size * (number - 1)
  return world.movePagesWhilePaging && number > 1 ? start - 1 : start
}

function matchingRows<T extends { id: string }>(world: World, listing: Listing<T>): readonly T[] {
  if (world.ignoreFilters) return listing.rows
  const ids = idsOf(world, listing.filter)
  if (ids) return rowsById(listing, ids)
  const key = `${listing.order}|${JSON.stringify(listing.filter ?? null)}`
  return listing.collection.remembered(key, () => listing.rows.filter(listing.matches))
}

function idsOf(world: World, filter: unknown): string[] | undefined {
  const ids = (filter as { ids?: string[] } | null | undefined)?.ids
  if (!ids) return undefined
  const { maxIds } = world.answers
  if (maxIds !== null && ids.length > maxIds) throw invalid('filter.ids', `must have at most ${maxIds} items`)
  return ids
}

/** Unknown ids are just absent. */
function rowsById<T extends { id: string }>(listing: Listing<T>, ids: string[]): T[] {
  const found = [...new Set(ids)].map((id) => listing.collection.get(id))
  return found.filter((row): row is T => row !== undefined && listing.matches(row))
}

function wantsMeta(world: World, includes: string | undefined): boolean {
  const form = world.answers.paginationMeta
  return form === 'always' || (form === 'asked' && asked(includes, 'pagination'))
}

/** Whether a comma-separated `includes` names the thing. */
export function asked(includes: string | undefined, name: string): boolean {
  return (includes ?? '').split(',').some((part) => part.trim() === name)
}

/** Compares whole seconds, as they are shown. */
export function updatedSince(since: string): (row: { updatedAt: number }) => boolean {
  const fromMs = Math.floor(Date.parse(since) / 1000) * 1000
  return (row) => row.updatedAt >= fromMs
}

/** Case-insensitive search in some texts of a record. */
export function mentions(term: string | undefined, texts: Array<string | null | undefined>): boolean {
  if (!term) return true
  const wanted = term.toLowerCase()
  return texts.some((value) => value?.toLowerCase().includes(wanted))
}
