import type { InvoiceFilters } from '../../client/contract.ts'
import type { InvoicesSearch } from '../../search.ts'
import { daysOf } from './invoice-periods.ts'

/** What narrows the list below its tabs; each is a chip that can be taken away. */
export const narrowings = [
  'q',
  'period',
  'customerId',
  'profileId',
  'chosenBy',
  'document',
  'invitation',
  'stop',
  'warning',
  'departmentId',
  'connectionId',
  'currency',
] as const

export type Narrowing = (typeof narrowings)[number]

/** Which of them are on now. */
export function narrowingsOf(search: InvoicesSearch): Narrowing[] {
  return narrowings.filter((name) => {
    if (name === 'period') return hasPeriod(search)
    // A department is one of an account: together they are one chip.
    if (name === 'connectionId' && search.departmentId) return false
    return search[name] !== undefined
  })
}

/** Is the list shorter than its tab? */
export function isNarrowed(search: InvoicesSearch): boolean {
  return narrowingsOf(search).length > 0
}

const nothingNarrowed = {
  q: undefined,
  customerId: undefined,
  profileId: undefined,
  chosenBy: undefined,
  document: undefined,
  invitation: undefined,
  stop: undefined,
  warning: undefined,
  departmentId: undefined,
  connectionId: undefined,
  currency: undefined,
  dateOf: undefined,
  period: undefined,
  dateFrom: undefined,
  dateTo: undefined,
} as const satisfies Partial<Record<keyof InvoicesSearch, undefined>>

/** The list as long as its tab: give it to the address. */
export function withoutNarrowings(): typeof nothingNarrowed {
  return nothingNarrowed
}

/** What takes one of them away. */
export function without(name: Narrowing): Partial<InvoicesSearch> {
  if (name === 'period')
    return { dateOf: undefined, period: undefined, dateFrom: undefined, dateTo: undefined }
  if (name === 'departmentId') return { departmentId: undefined, connectionId: undefined }
  return { [name]: undefined }
}

/** The address in the words of the API. `today` is the day of the business: periods move with it. */
export function filtersOf(search: InvoicesSearch, today: string): InvoiceFilters {
  const { state, dateOf, period, dateFrom, dateTo, sort: _sort, order: _order, view: _view, ...same } = search
  const days = period ? daysOf(period, today) : { from: dateFrom, to: dateTo }
  return {
    ...same,
    state: state ?? 'open',
    ...(hasPeriod(search) && { dateOf: dateOf ?? 'invoiceDate' }),
    ...(days.from && { dateFrom: days.from }),
    ...(days.to && { dateTo: days.to }),
  }
}

function hasPeriod({ period, dateFrom, dateTo }: InvoicesSearch): boolean {
  return Boolean(period || dateFrom || dateTo)
}
