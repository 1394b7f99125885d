import { expect, test } from 'vitest'
import { mergeWeeks } from './merge-weeks.ts'

test('the present week stands once, with what came in and what still is expected', () => {
  const weeks = mergeWeeks({
    expected: [
      { weekFrom: '2026-11-16', count: 1, amountCents: 500 },
      { weekFrom: '2026-11-23', count: 2, amountCents: 700 },
    ],
    paid: [
      { weekFrom: '2026-11-09', count: 1, amountCents: 100 },
      { weekFrom: '2026-11-16', count: 1, amountCents: 200 },
    ],
  })
  expect(weeks).toEqual([
    { weekFrom: '2026-11-09', paidCents: 100, expectedCents: 0 },
    { weekFrom: '2026-11-16', paidCents: 200, expectedCents: 500 },
    { weekFrom: '2026-11-23', paidCents: 0, expectedCents: 700 },
  ])
})
