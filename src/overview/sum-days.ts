import type { CalendarDay } from '../values/index.ts'
import {
  type Age,
  ages,
  type CurrencyOverview,
  type Sum,
  type WeekSum,
  weeksAhead,
  weeksBack,
} from './overview.ts'

/** Open invoices of one currency that are due and promised on the same days. Amounts in cents. */
export type OpenDay = Sum & { currency: string; dueOn: CalendarDay | null; promisedFor: CalendarDay | null }
export type PaidDay = Sum & { currency: string; paidOn: CalendarDay }

/** Adds days up to what a person looks at. Pure; a currency whose sums cannot be said exactly is left out. */
export function sumDays(input: {
  open: readonly OpenDay[]
  paid: readonly PaidDay[]
  today: CalendarDay
}): CurrencyOverview[] {
  const { open, paid, today } = input
  const currencies = [...new Set([...open, ...paid].map(({ currency }) => currency))]
  return currencies
    .map((currency) => {
      const isOfIt = (day: { currency: string }) => day.currency === currency
      return sumCurrency(currency, { open: open.filter(isOfIt), paid: paid.filter(isOfIt), today })
    })
    .filter(({ open: all }) => Number.isSafeInteger(all.amountCents))
    .sort((a, b) => b.open.count - a.open.count || (a.currency < b.currency ? -1 : 1))
}

function sumCurrency(
  currency: string,
  { open, paid, today }: { open: OpenDay[]; paid: PaidDay[]; today: CalendarDay },
): CurrencyOverview {
  const thisWeek = mondayOf(today)
  const aged = open.map((day) => ({ ...day, age: ageOn(day.dueOn, today) }))
  const expected = open.flatMap((day) => {
    const expectedOn = expectedDay(day)
    return expectedOn !== null && expectedOn >= today ? [{ ...day, expectedOn }] : []
  })
  const ahead = weeksFrom(thisWeek, weeksAhead)
  const back = weeksFrom(addWeeks(thisWeek, 1 - weeksBack), weeksBack)
  const after = addWeeks(thisWeek, weeksAhead)
  return {
    currency,
    open: added(open),
    overdue: added(aged.filter(({ age }) => age !== 'not_due')),
    ages: ages.map((age) => ({ age, ...added(aged.filter((day) => day.age === age)) })),
    expected: inWeeks(ahead, expected, ({ expectedOn }) => expectedOn),
    expectedLater: added(expected.filter(({ expectedOn }) => expectedOn >= after)),
    paid: inWeeks(back, paid, ({ paidOn }) => paidOn),
  }
}

/** What was promised counts, else the due date. */
function expectedDay({ promisedFor, dueOn }: OpenDay): CalendarDay | null {
  return promisedFor ?? dueOn
}

/** How late on that day. Due today is not late. */
export function ageOn(dueOn: CalendarDay | null, today: CalendarDay): Age {
  if (dueOn === null || dueOn >= today) return 'not_due'
  const days = Temporal.PlainDate.from(dueOn).until(today, { largestUnit: 'day' }).days
  if (days <= 30) return 'days_1_30'
  if (days <= 60) return 'days_31_60'
  return days <= 90 ? 'days_61_90' : 'days_91'
}

/** The Monday of its week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

export function addWeeks(day: CalendarDay, weeks: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ weeks }).toString()
}

function weeksFrom(first: CalendarDay, count: number): CalendarDay[] {
  return Array.from({ length: count }, (_, index) => addWeeks(first, index))
}

function inWeeks<T extends Sum>(
  weeks: readonly CalendarDay[],
  days: readonly T[],
  dayOf: (day: T) => CalendarDay,
): WeekSum[] {
  return weeks.map((weekFrom) => {
    const next = addWeeks(weekFrom, 1)
    return { weekFrom, ...added(days.filter((day) => dayOf(day) >= weekFrom && dayOf(day) < next)) }
  })
}

function added(sums: readonly Sum[]): Sum {
  return {
    count: sums.reduce((all, { count }) => all + count, 0),
    amountCents: sums.reduce((all, { amountCents }) => all + amountCents, 0),
  }
}
