import { expect, test } from 'vitest'
import { dayAfterBegins, lastDayBefore } from './link-end.ts'

test.each([
  ['2026-01-15', 'Europe/Brussels', '2026-01-15T23:00:00.000Z'],
  ['2026-07-15', 'Europe/Brussels', '2026-07-15T22:00:00.000Z'],
  // The days on which the clocks are put forward and back.
  ['2026-03-28', 'Europe/Brussels', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Brussels', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Brussels', '2026-10-25T23:00:00.000Z'],
  ['2026-12-31', 'America/New_York', '2027-01-01T05:00:00.000Z'],
])('a link whose last day is %s in %s works until %s', (day, timeZone, instant) => {
  expect(dayAfterBegins(day, timeZone)).toBe(instant)
  expect(lastDayBefore(instant, timeZone)).toBe(day)
})
