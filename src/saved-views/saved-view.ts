import type { Tx } from '../context.ts'

/** The lists that one can keep views of. */
export const savedViewLists = ['invoices'] as const
export type SavedViewList = (typeof savedViewLists)[number]

export type SavedViewContent = {
  name: string
  /** The search part of the page's address: filters and order. */
  query: string
  /** Columns in their order; none: as the list comes. */
  columns: string[]
  /** Everybody of the business sees it; only its owner changes it. */
  isShared: boolean
}

/** A way of looking at a list that somebody gave a name. `isOwn`: the actor made it. */
export type SavedView = SavedViewContent & {
  id: string
  list: SavedViewList
  isOwn: boolean
  ownerName: string | null
}

export const savedViewColumns = [
  'id',
  'list',
  'name',
  'query',
  'columns',
  'isShared',
  'ownerId',
  'ownerName',
] as const

type Row = Omit<SavedView, 'list' | 'isOwn'> & { list: string; ownerId: string }

/** The actor as an owner: a person, or whatever acts for the business without being one. */
export function ownerOf({ actor }: Pick<Tx, 'actor'>): string {
  return actor.id ?? actor.kind
}

/** A row as the actor sees it. */
export function savedViewFrom(tx: Tx, { ownerId, ...row }: Row): SavedView {
  return { ...row, list: row.list as SavedViewList, isOwn: ownerId === ownerOf(tx) }
}
