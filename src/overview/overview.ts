import type { CalendarDay } from '../values/index.ts'

/** How many days past its due date an invoice is; without a due date none is. */
export const ages = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'days_91'] as const
export type Age = (typeof ages)[number]

export type Sum = { count: number; amountCents: number }
/** A week by its Monday. */
export type WeekSum = Sum & { weekFrom: CalendarDay }

/** What is owed in one currency: how late it is, when it is expected, and what was paid lately. */
export type CurrencyOverview = {
  currency: string
  open: Sum
  overdue: Sum
  ages: (Sum & { age: Age })[]
  /** This week and those after it, by the day that was promised, else the due date. What is overdue is in none of them. */
  expected: WeekSum[]
  expectedLater: Sum
  /** Invoices that were paid, by the week in which the last of them came in; the present week last. */
  paid: WeekSum[]
}

export const weeksAhead = 8
export const weeksBack = 8
