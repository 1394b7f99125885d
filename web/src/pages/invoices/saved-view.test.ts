import { expect, test } from 'vitest'
import type { SavedView } from '../../client/invoice-list-contract.ts'
import { isChanged, queryOf, searchOf } from './saved-view.ts'

const view = {
  id: 'v1',
  query: 'state=all&q=2026%2F1&warning=true',
  columns: ['number', 'open'],
} as SavedView

test('a view leads to its address, and that address is the view unchanged, whatever the order', () => {
  const search = searchOf(view)
  expect(search).toEqual({ state: 'all', q: '2026/1', warning: 'true', view: 'v1' })
  expect(queryOf(search)).toBe('q=2026%2F1&state=all&warning=true')
  expect(isChanged(view, { search, columns: ['number', 'open'] })).toBe(false)
})

test('another filter or another choice of columns is a change; a view without columns follows any', () => {
  const search = searchOf(view)
  expect(isChanged(view, { search: { ...search, currency: 'EUR' }, columns: ['number', 'open'] })).toBe(true)
  expect(isChanged(view, { search, columns: ['number'] })).toBe(true)
  expect(isChanged({ ...view, columns: [] }, { search, columns: ['number'] })).toBe(false)
})
