import { expect, test } from 'vitest'
import { looksBeforeGone, nextTryAt } from './retry-delays.ts'

const now = new Date('2026-03-29T00:59:00Z')
const minute = 60_000

function delayAfter(cause: string, attempts: number): number | null {
  const at = nextTryAt({ cause, attempts, now })
  return at && at.getTime() - now.getTime()
}

test('what failed is looked at again soon, then less and less often', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7].map((attempts) => delayAfter('crm_refused', attempts))
  expect(delays).toEqual([1, 5, 15, 60, 240, 360, 360].map((minutes) => minutes * minute))
})

test('after two weeks of trying a person has to', () => {
  let total = 0
  let attempts = 1
  for (; delayAfter('unreadable_invoice', attempts) !== null; attempts += 1)
    total += delayAfter('unreadable_invoice', attempts) ?? 0
  expect(Math.round(total / (24 * 60 * minute))).toBe(14)
  expect(delayAfter('unreadable_invoice', attempts + 1)).toBeNull()
})

test('what is not visible is looked for at most once a minute, and only a few times', () => {
  const delays = Array.from({ length: looksBeforeGone }, (_, index) =>
    delayAfter('not_visible_yet', index + 1),
  )
  for (const delay of delays) expect(delay).toBeGreaterThanOrEqual(minute)
  expect(delayAfter('not_visible_yet', looksBeforeGone + 1)).toBeNull()
})
