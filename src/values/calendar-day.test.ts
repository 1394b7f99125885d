import { expect, test } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { dayIn, isCalendarDay, parseCalendarDay } from './calendar-day.ts'

test.each(['2026-01-01', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(parseCalendarDay(text)).toBe(text)
  expect(isCalendarDay(text)).toBe(true)
})

test.each([
  '',
  '2026-02-31',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '31/12/2026',
  '2026-12-31T00:00:00Z',
  '99999-01-01',
  ' 2026-01-01',
  '2026-01-01\n',
])('"%s" is none', (text) => {
  expect(() => parseCalendarDay(text)).toThrow(InvalidInputError)
  expect(isCalendarDay(text)).toBe(false)
})

test.each([
  ['2026-03-28T22:59:59Z', '2026-03-28'],
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  ['2026-03-29T21:59:59Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-10-25T22:59:59Z', '2026-10-25'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('at %s it is %s in Brussels', (instant, day) => {
  expect(dayIn('Europe/Brussels', new Date(instant))).toBe(day)
})
