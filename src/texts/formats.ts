import { type CalendarDay, type Money, moneyToDecimal } from '../values/index.ts'
import type { Language } from './language.ts'

/** An amount as people in Belgium write it: "€ 1.234,50". Customers are written to in German as well. */
export function moneyText(money: Money, language: Language | 'de'): string {
  const format = new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: money.currency })
  // NOTE: Intl takes decimal text without going through a float; TypeScript's own type knows only its numeric form.
  return format.format(moneyToDecimal(money) as `${number}`)
}

/** A day of the calendar: "3 May 2026". */
export function dayText(day: CalendarDay, language: Language): string {
  const format = new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A moment by the clock of a time zone: "3 May 2026 at 14:05". */
export function momentText(instant: Date, where: { language: Language; timeZone: string }): string {
  return new Intl.DateTimeFormat(`${where.language}-BE`, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: where.timeZone,
  }).format(instant)
}
