import { expect, test } from 'vitest'
import { askedAgain, askedOf, choiceOf, numbersIn } from './asked.ts'
import { periodOf } from './periods.ts'

test.each([
  ['2026/118', ['2026/118']],
  ['2026 / 118, 2026 / 119;2026/120\n2026/121', ['2026 / 118', '2026 / 119', '2026/120', '2026/121']],
  [' 2026/118 ,\n\n 2026/118,, ', ['2026/118']],
  [' \n ; ,', []],
])('the numbers in %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

const form = {
  account: 'con_1',
  from: '2026-01-01',
  to: '2026-01-31',
  numbers: '2026/1',
  departments: [],
  invitations: null,
}

test('only the chosen way of asking is sent', () => {
  expect(askedOf({ ...form, by: 'period' }, '2026-01-01')).toEqual({
    connectionId: 'con_1',
    invitations: 'as_profile_says',
    period: { from: '2026-01-01', to: '2026-01-31' },
  })
  expect(askedOf({ ...form, by: 'numbers', departments: ['d1'] }, '2026-01-01')).toEqual({
    connectionId: 'con_1',
    invitations: 'none',
    numbers: ['2026/1'],
    departmentExternalIds: ['d1'],
  })
})

test.each([
  ['period', '2026-01-01', null, 'as_profile_says'],
  ['period', '2026-01-02', null, 'none'],
  ['numbers', '2026-01-01', null, 'none'],
  ['numbers', '2026-01-02', 'as_profile_says', 'as_profile_says'],
  ['period', '2026-01-01', 'none', 'none'],
] as const)('asked by %s, invited from %s on, chosen %s: %s', (by, invitesFrom, invitations, choice) => {
  expect(choiceOf({ ...form, by, invitations }, invitesFrom)).toBe(choice)
})

test('an import after its preview asks the same', () => {
  const seen = {
    connectionId: 'con_1',
    period: null,
    numbers: [],
    externalIds: ['x'],
    departmentExternalIds: [],
  }
  expect(askedAgain(seen, 'none')).toEqual({ connectionId: 'con_1', invitations: 'none', externalIds: ['x'] })
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
