import { useLocalStorage } from '@mantine/hooks'
import type { SavedView } from '../../client/invoice-list-contract.ts'
import { type ColumnId, moved, readColumns, toggled } from './columns.ts'

export type ColumnChoice = {
  shown: ColumnId[]
  toggle: (id: ColumnId) => void
  move: (id: ColumnId, by: 1 | -1) => void
  /** Back to what the view says, or to the usual ones. */
  reset: () => void
  isOwn: boolean
}

/** Which columns are shown: this browser's choice for the view, else the view's own, else the usual ones. */
export function useColumnChoice(
  viewId: string | undefined,
  view: Pick<SavedView, 'columns'> | undefined,
): ColumnChoice {
  const [stored, store] = useLocalStorage<Record<string, string[]>>({
    key: 'vorder-invoice-columns',
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const name = viewId ?? 'none'
  const own = stored[name]
  const shown = readColumns(own ?? view?.columns)

  function keep(columns: ColumnId[]) {
    store({ ...stored, [name]: columns })
  }

  return {
    shown,
    toggle: (id) => keep(toggled(shown, id)),
    move: (id, by) => keep(moved(shown, id, by)),
    reset: () => store(Object.fromEntries(Object.entries(stored).filter(([other]) => other !== name))),
    isOwn: own !== undefined,
  }
}
