import { expect, test } from 'vitest'
import { askedAgain, askedOf, numbersIn } from './asked.ts'
import { periodOf } from './periods.ts'

test.each([
  ['2026/118', ['2026/118']],
  ['2026 / 118, 2026 / 119;2026/120\n2026/121', ['2026 / 118', '2026 / 119', '2026/120', '2026/121']],
  [' 2026/118 ,\n\n 2026/118,, ', ['2026/118']],
  [' \n ; ,', []],
])('the numbers in %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

const form = { account: 'con_1', from: '2026-01-01', to: '2026-01-31', numbers: '2026/1', departments: [] }

test('only the chosen way of asking is sent', () => {
  expect(askedOf({ ...form, by: 'period' })).toEqual({
    connectionId: 'con_1',
    period: { from: '2026-01-01', to: '2026-01-31' },
  })
  expect(askedOf({ ...form, by: 'numbers', departments: ['d1'] })).toEqual({
    connectionId: 'con_1',
    numbers: ['2026/1'],
    departmentExternalIds: ['d1'],
  })
})

test('an import after its preview asks the same', () => {
  const seen = {
    connectionId: 'con_1',
    period: null,
    numbers: [],
    externalIds: ['x'],
    departmentExternalIds: [],
  }
  expect(askedAgain(seen)).toEqual({ connectionId: 'con_1', externalIds: ['x'] })
})

test.each([
  ['2026-01-01', 'lastMonth', { from: '2025-12-01', to: '2025-12-31' }],
  ['2024-03-31', 'lastMonth', { from: '2024-02-01', to: '2024-02-29' }],
  ['2026-11-22', 'thisMonth', { from: '2026-11-01', to: '2026-11-22' }],
  ['2026-11-22', 'thisYear', { from: '2026-01-01', to: '2026-11-22' }],
  ['2026-11-22', 'days30', { from: '2026-10-23', to: '2026-11-22' }],
] as const)('on %s %s is the calendar of the business', (today, preset, period) => {
  expect(periodOf(preset, { from: '2026-10-23', to: today })).toEqual(period)
})
