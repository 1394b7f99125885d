import { useState } from 'react'
import type { CustomerFilters, CustomerItem, CustomerSelection } from '../../client/customer-contract.ts'
import type { RowSelection } from '../../parts/row-selection.tsx'

type Chosen = { scope: string; ids: ReadonlySet<string>; isAll: boolean }

export type ChosenCustomers = {
  rows: RowSelection<CustomerItem>
  /** How many rows are ticked one by one; 0 while all that match are chosen. */
  count: number
  isAll: boolean
  isEmpty: boolean
  selectAll: () => void
  clear: () => void
  /** In the words of the API. */
  request: CustomerSelection
}

/**
 * The customers that are ticked, or all that match the filters. Other filters start anew: nobody shall change rows that
 * are no longer on the screen.
 */
export function useCustomerSelection(shown: CustomerItem[], filters: CustomerFilters): ChosenCustomers {
  const scope = JSON.stringify(filters)
  const none: Chosen = { scope, ids: new Set(), isAll: false }
  const [stored, setChosen] = useState(none)
  const chosen = stored.scope === scope ? stored : none

  function keep(ids: Iterable<string>) {
    setChosen({ scope, ids: new Set(ids), isAll: false })
  }

  function toggle(row: CustomerItem, isOn: boolean) {
    const before = chosen.isAll ? shown.map(({ id }) => id) : [...chosen.ids]
    keep(isOn ? [...before, row.id] : before.filter((id) => id !== row.id))
  }

  return {
    rows: {
      has: (row) => chosen.isAll || chosen.ids.has(row.id),
      nameOf: (row) => row.name || row.number,
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
