import type { HolidayCountry } from '../profiles/index.ts'
import type { CalendarDay } from '../values/index.ts'

/** Days of the year that are public holidays every year, `MM-DD`, and those counted from Easter Sunday. */
type Rules = { fixed: readonly string[]; fromEaster: readonly number[] }

/**
 * Belgium: the ten of the Royal Decree of 18 April 1974. The Netherlands: those that everybody has off (Algemene
 * termijnenwet, art. 3, without Good Friday); King's Day moves and is looked up apart. Sundays are left to the send days.
 */
const rules: Readonly<Record<HolidayCountry, Rules>> = {
  BE: {
    fixed: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
    fromEaster: [1, 39, 50],
  },
  NL: { fixed: ['01-01', '12-25', '12-26'], fromEaster: [0, 1, 39, 49, 50] },
}

/** Whether a day is a public holiday there. */
export function isHoliday(day: CalendarDay, country: HolidayCountry): boolean {
  const date = Temporal.PlainDate.from(day)
  const { fixed, fromEaster } = rules[country]
  if (fixed.includes(day.slice(-5))) return true
  if (country === 'NL' && date.equals(kingsDay(date.year))) return true
  return fromEaster.includes(easterSunday(date.year).until(date).days)
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return birthday.dayOfWeek === 7 ? birthday.subtract({ days: 1 }) : birthday
}

/** By the Gregorian computus ("Meeus/Jones/Butcher", Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const h =
    (19 * a +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
