import { expect, test } from 'vitest'
import { moved, readColumns, toggled, usualColumns } from './columns.ts'

test('what is stored is read with care: unknown and double names go, the number stays', () => {
  expect(readColumns(undefined)).toEqual(usualColumns)
  expect(readColumns(['gone', 'nothing'])).toEqual(usualColumns)
  expect(readColumns(['open', 'open', 'gone', 'customer'])).toEqual(['number', 'open', 'customer'])
})

test('a column comes back where it is offered, and the number cannot be hidden', () => {
  expect(toggled(['number', 'customer', 'open'], 'state')).toEqual(['number', 'customer', 'state', 'open'])
  expect(toggled(['open', 'number'], 'document')).toEqual(['open', 'number', 'document'])
  expect(toggled(['number', 'open'], 'open')).toEqual(['number'])
  expect(toggled(['number', 'open'], 'number')).toEqual(['number', 'open'])
})

test('a column moves by one place and not beyond the ends', () => {
  expect(moved(['number', 'customer', 'open'], 'open', -1)).toEqual(['number', 'open', 'customer'])
  expect(moved(['number', 'open'], 'open', 1)).toEqual(['number', 'open'])
  expect(moved(['number', 'open'], 'number', -1)).toEqual(['number', 'open'])
})
