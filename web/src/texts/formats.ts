import type { Language, Money } from '../client/contract.ts'

/** English is written the European way (day before month): the invoices are Belgian and Dutch. */
const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE' }

export type Formats = {
  money(money: Money): string
  /** About as much, in few letters, for the axis of a chart: never where a figure is read. */
  roundMoney(money: Money): string
  /** A calendar day (`YYYY-MM-DD`): it has no clock and no zone. */
  day(day: string): string
  /** The same without its year, for days near the present one. */
  shortDay(day: string): string
  /** "Mon": the name of its day of the week, short or whole. */
  weekday(day: string, length: 'short' | 'long'): string
  /** "Monday 23 November" of a calendar day. */
  longDay(day: string): string
  /** "November 2026" of any of its days. */
  month(day: string): string
  /** "5 minutes ago" for an instant. */
  ago(instant: string, now: Date): string
  /** The exact instant by the clock of the business. */
  instant(instant: string): string
  /** Time of day by the clock of the business. */
  time(instant: string): string
  /** Day and time, for steps that followed each other. */
  moment(instant: string): string
  /** The calendar day of an instant by the clock of the business, for headings. */
  dayOf(instant: string): string
  count(count: number): string
  /** The size of a file: "12 kB". */
  bytes(bytes: number): string
  list(words: string[]): string
}

/** Everything that is written differently per language; `timeZone` is the one of the business. */
export function createFormats(language: Language, timeZone: string): Formats {
  const locale = locales[language]
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const written = (options: Intl.DateTimeFormatOptions, value: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
  const dayOf = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const count = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    money: (money) => formatMoney(locale, money),
    roundMoney: (money) => formatRound(locale, money),
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    shortDay: (value) => shortDay.format(new Date(`${value}T00:00:00Z`)),
    weekday: (value, length) => written({ weekday: length }, value),
    longDay: (value) => written({ weekday: 'long', day: 'numeric', month: 'long' }, value),
    month: (value) => written({ month: 'long', year: 'numeric' }, value),
    ago: (value, now) => formatAgo(relative, new Date(value), now),
    instant: (value) => instant.format(new Date(value)),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    dayOf: (value) => dayOf.format(new Date(value)),
    count: (value) => count.format(value),
    bytes: (value) => formatBytes(locale, value),
    list: (words) => list.format(words),
  }
}

/** Through decimal text, never through a fraction: the cents on the screen are the cents that are stored. */
function formatMoney(locale: string, { amountCents, currency }: Money): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  const digits = String(Math.abs(amountCents)).padStart(decimals + 1, '0')
  const sign = amountCents < 0 ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return format.format(`${sign}${whole}${fraction}` as Intl.StringNumericLiteral)
}

function formatRound(locale: string, { amountCents, currency }: Money): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
  const decimals = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
  return format.format(amountCents / 10 ** (decimals.maximumFractionDigits ?? 2))
}

/** Three figures are enough; a file that holds anything has at least one kilobyte. */
function formatBytes(locale: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000
  const size = isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1_000)
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumSignificantDigits: 3,
  })
  return format.format(size)
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function formatAgo(relative: Intl.RelativeTimeFormat, then: Date, now: Date): string {
  const seconds = Math.round((then.getTime() - now.getTime()) / 1000)
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  }
  return relative.format(0, 'second')
}
