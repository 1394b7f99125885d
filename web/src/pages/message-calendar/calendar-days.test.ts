import { expect, test } from 'vitest'
import { dayByKey, dayInMonth, lastOfMonth, weeksOf } from './calendar-days.ts'

test.each([
  ['ArrowRight', '2026-02-28', '2026-03-01'],
  ['ArrowLeft', '2026-03-01', '2026-02-28'],
  ['ArrowDown', '2026-12-28', '2027-01-04'],
  ['ArrowUp', '2026-11-23', '2026-11-16'],
  ['PageDown', '2026-01-31', '2026-02-28'],
  ['PageUp', '2026-01-31', '2025-12-31'],
  ['Home', '2026-11-22', '2026-11-16'],
  ['End', '2026-11-16', '2026-11-22'],
  ['x', '2026-11-16', undefined],
])('%s on %s leads to %s', (key, day, then) => {
  expect(dayByKey(key, day)).toBe(then)
})

test('a month has each of its days once, weeks begin on Monday', () => {
  expect(lastOfMonth('2028-02-01')).toBe('2028-02-29')
  expect(dayInMonth('2026-03-31', -1)).toBe('2026-02-28')
  const weeks = weeksOf('2026-11-22')
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.flat().filter(Boolean)).toHaveLength(30)
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
})
