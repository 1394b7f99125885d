import type { SavedView } from '../../client/invoice-list-contract.ts'
import { type InvoicesSearch, readInvoicesSearch } from '../../search.ts'

/** What a saved view keeps of an address: all of it but the view itself, in one order, so that two can be compared. */
export function queryOf({ view: _view, ...kept }: InvoicesSearch): string {
  const parts = Object.entries(kept).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(parts.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
}

/** The address that a saved view leads to. What it asks and this version does not know is left out. */
export function searchOf({ id, query }: Pick<SavedView, 'id' | 'query'>): InvoicesSearch {
  return { ...readInvoicesSearch(Object.fromEntries(new URLSearchParams(query))), view: id }
}

/** Does the page show something else than the view that was chosen? */
export function isChanged(view: SavedView, shown: { search: InvoicesSearch; columns: string[] }): boolean {
  if (queryOf(searchOf(view)) !== queryOf(shown.search)) return true
  return view.columns.length > 0 && view.columns.join() !== shown.columns.join()
}
