import type { CustomerFilters, CustomerItem } from '../../client/customer-contract.ts'
import { type ChosenRows, useRowSelection } from '../../parts/use-row-selection.ts'

export type ChosenCustomers = ChosenRows<CustomerItem, CustomerFilters>

/** The customers that are ticked, or all that match the filters. */
export function useCustomerSelection(shown: CustomerItem[], filters: CustomerFilters): ChosenCustomers {
  return useRowSelection({ shown, filters, nameOf: (row) => row.name || row.number })
}
