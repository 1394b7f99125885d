import type { InvoicePeriod } from '../../search.ts'

export type Days = { from: string; to: string }

/**
 * The days of a period that moves with the calendar, both ends included. Whole months and quarters, also the days to
 * come: due dates lie ahead.
 */
export function daysOf(period: InvoicePeriod, today: string): Days {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const quarter = month - ((month - 1) % 3)
  switch (period) {
    case 'thisMonth':
      return months(year, month, 1)
    case 'lastMonth':
      return months(year, month - 1, 1)
    case 'thisQuarter':
      return months(year, quarter, 3)
    case 'lastQuarter':
      return months(year, quarter - 3, 3)
    case 'thisYear':
      return months(year, 1, 12)
    case 'days30':
      return { from: dayOf(year, month, day - 29), to: today }
  }
}

function months(year: number, first: number, count: number): Days {
  return { from: dayOf(year, first, 1), to: dayOf(year, first + count, 0) }
}

/** Days without a clock: month 0 is December of the year before, day 0 the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
