import { expect, test } from 'vitest'
import { todayIn } from '../../parts/today-in.ts'
import type { InvoicePeriod } from '../../search.ts'
import { daysOf } from './invoice-periods.ts'

test.each<[InvoicePeriod, string, string, string]>([
  ['thisMonth', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['days30', '2026-03-01', '2026-01-31', '2026-03-01'],
  ['thisQuarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['lastQuarter', '2026-02-01', '2025-10-01', '2025-12-31'],
  ['lastQuarter', '2026-06-30', '2026-01-01', '2026-03-31'],
  ['thisYear', '2026-07-14', '2026-01-01', '2026-12-31'],
])('%s on %s goes from %s up to and including %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to })
})

test('the day of the business decides, not that of the computer', () => {
  const lateInBrussels = new Date('2026-11-30T23:30:00Z')
  expect(todayIn('Europe/Brussels', lateInBrussels)).toBe('2026-12-01')
  expect(todayIn('America/New_York', lateInBrussels)).toBe('2026-11-30')
})
