import { useState } from 'react'
import type { RowSelection } from './row-selection.tsx'

type Chosen = { scope: string; ids: ReadonlySet<string>; isAll: boolean }

export type ChosenRows<Row extends { id: string }, Filters> = {
  rows: RowSelection<Row>
  /** How many rows are ticked one by one; 0 while all that match are chosen. */
  count: number
  isAll: boolean
  isEmpty: boolean
  selectAll: () => void
  clear: () => void
  /** In the words of the API. */
  request: { filter: Filters } | { ids: string[] }
}

type RowSelectionInput<Row, Filters> = { shown: Row[]; filters: Filters; nameOf: (row: Row) => string }

/**
 * The rows that are ticked, or all that match the filters. Other filters start anew: nobody shall change rows that are no
 * longer on the screen.
 */
export function useRowSelection<Row extends { id: string }, Filters>(
  input: RowSelectionInput<Row, Filters>,
): ChosenRows<Row, Filters> {
  const { shown, filters, nameOf } = input
  const scope = JSON.stringify(filters)
  const none: Chosen = { scope, ids: new Set(), isAll: false }
  const [stored, setChosen] = useState(none)
  const chosen = stored.scope === scope ? stored : none

  function keep(ids: Iterable<string>) {
    setChosen({ scope, ids: new Set(ids), isAll: false })
  }

  function toggle(row: Row, isOn: boolean) {
    const before = chosen.isAll ? shown.map(({ id }) => id) : [...chosen.ids]
    keep(isOn ? [...before, row.id] : before.filter((id) => id !== row.id))
  }

  return {
    rows: {
      has: (row) => chosen.isAll || chosen.ids.has(row.id),
      nameOf,
      onToggle: toggle,
      onTogglePage: (isOn) => keep(isOn ? shown.map(({ id }) => id) : []),
    },
    count: chosen.ids.size,
    isAll: chosen.isAll,
    isEmpty: !chosen.isAll && chosen.ids.size === 0,
    selectAll: () => setChosen({ scope, ids: new Set(), isAll: true }),
    clear: () => setChosen(none),
    request: chosen.isAll ? { filter: filters } : { ids: [...chosen.ids] },
  }
}
