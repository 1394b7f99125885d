import { expect, test } from 'vitest'
import { readInvoicesSearch } from '../../search.ts'
import {
  filtersOf,
  isNarrowed,
  narrowings,
  narrowingsOf,
  without,
  withoutNarrowings,
} from './invoice-filters.ts'

const today = '2026-11-22'

test('an address becomes the question to the API; what only the page needs stays out', () => {
  const search = readInvoicesSearch({
    state: 'all',
    q: 2026,
    warning: true,
    period: 'lastMonth',
    dateOf: 'dueDate',
    sort: 'dueDate',
    order: 'asc',
    view: 'v1',
    nonsense: 'x',
  })
  expect(filtersOf(search, today)).toEqual({
    state: 'all',
    q: '2026',
    warning: 'true',
    dateOf: 'dueDate',
    dateFrom: '2026-10-01',
    dateTo: '2026-10-31',
  })
})

test('a day that is none is left out, and half a period is a period', () => {
  expect(readInvoicesSearch({ dateFrom: 'yesterday', dateTo: '2026-01-31' })).toEqual({
    dateTo: '2026-01-31',
  })
  expect(filtersOf({ dateTo: '2026-01-31' }, today)).toEqual({
    state: 'open',
    dateOf: 'invoiceDate',
    dateTo: '2026-01-31',
  })
})

test('each narrowing can be taken away by itself, and all at once; the tab and the order stay', () => {
  const search = readInvoicesSearch({
    state: 'paid',
    sort: 'number',
    q: 'a',
    period: 'thisYear',
    customerId: 'c',
    profileId: 'p',
    chosenBy: 'customer',
    document: 'waiting',
    stop: 'hold',
    invitation: 'held',
    warning: 'false',
    departmentId: 'd',
    connectionId: 'k',
    currency: 'EUR',
  })
  expect(narrowingsOf(search)).toEqual(narrowings.filter((name) => name !== 'connectionId'))
  let left = search
  for (const name of narrowingsOf(search)) left = { ...left, ...without(name) }
  expect(isNarrowed(left)).toBe(false)
  expect(readInvoicesSearch({ ...search, ...withoutNarrowings() })).toEqual({ state: 'paid', sort: 'number' })
})
