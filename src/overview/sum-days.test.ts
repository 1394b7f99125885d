import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, mondayOf, type OpenDay, sumDays } from './sum-days.ts'

const today = '2026-11-22'

test.each([
  [null, 'not_due'],
  ['2026-11-23', 'not_due'],
  ['2026-11-22', 'not_due'],
  ['2026-11-21', 'days_1_30'],
  ['2026-10-23', 'days_1_30'],
  ['2026-10-22', 'days_31_60'],
  ['2026-09-23', 'days_31_60'],
  ['2026-09-22', 'days_61_90'],
  ['2026-08-24', 'days_61_90'],
  ['2026-08-23', 'days_91'],
  ['2019-01-01', 'days_91'],
])('due %s is %s', (dueOn, age) => {
  expect(ageOn(dueOn, today)).toBe(age)
})

test('a week begins on Monday, also over the end of a year', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
})

test('money is expected on the day that was promised, else on the due date; what is late and not promised is in no week', () => {
  const [euro] = sumDays({
    open: [
      open('2026-11-22', 100),
      open('2026-11-29', 200),
      open('2026-11-30', 400),
      open('2026-10-01', 800),
      open('2026-10-01', 1_600, '2026-12-01'),
      open('2027-06-01', 3_200),
      open(null, 6_400),
    ],
    paid: [
      { currency: 'EUR', paidOn: '2026-11-16', count: 2, amountCents: 50 },
      { currency: 'EUR', paidOn: '2026-11-15', count: 1, amountCents: 7 },
    ],
    today,
  })
  expect(euro?.expected.map(({ weekFrom, amountCents }) => [weekFrom, amountCents]).slice(0, 3)).toEqual([
    ['2026-11-16', 100],
    ['2026-11-23', 200],
    ['2026-11-30', 2_000],
  ])
  expect(euro?.expectedLater).toEqual({ count: 1, amountCents: 3_200 })
  expect(euro?.overdue).toEqual({ count: 2, amountCents: 2_400 })
  expect(euro?.paid.slice(-2)).toEqual([
    { weekFrom: '2026-11-09', count: 1, amountCents: 7 },
    { weekFrom: '2026-11-16', count: 2, amountCents: 50 },
  ])
})

test('the ages come to what is open, in every currency, whatever is due when', () => {
  const days = fc
    .integer({ min: -200, max: 200 })
    .map((days) => Temporal.PlainDate.from(today).add({ days }).toString())
  const invoice = fc.record({
    currency: fc.constantFrom('EUR', 'USD'),
    dueOn: fc.option(days),
    promisedFor: fc.option(days),
    count: fc.integer({ min: 1, max: 9 }),
    amountCents: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(invoice), (open) => {
      for (const { currency, ages, open: all, overdue } of sumDays({ open, paid: [], today })) {
        const own = open.filter((one) => one.currency === currency)
        expect(all.amountCents).toBe(own.reduce((sum, { amountCents }) => sum + amountCents, 0))
        expect(ages.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(all.amountCents)
        expect(ages.slice(1).reduce((sum, { count }) => sum + count, 0)).toBe(overdue.count)
      }
    }),
  )
})

function open(dueOn: string | null, amountCents: number, promisedFor: string | null = null): OpenDay {
  return { currency: 'EUR', dueOn, promisedFor, count: 1, amountCents }
}
