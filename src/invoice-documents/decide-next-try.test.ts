import { expect, test } from 'vitest'
import { decideNextTry } from './decide-next-try.ts'

const now = new Date('2026-03-28T23:00:00Z')

/** The pauses between the tries in seconds, until it is given up. */
function pauses(): number[] {
  const seconds: number[] = []
  for (let attempts = 1; ; attempts += 1) {
    const next = decideNextTry({ attempts, now })
    if (next.do === 'give_up') return seconds
    seconds.push((next.at.getTime() - now.getTime()) / 1000)
  }
}

test('the first pauses are those of the promise, to the second', () => {
  expect(pauses().slice(0, 9)).toEqual([30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 21_600])
})

test('then every six hours for fourteen days, and then a person is asked', () => {
  const slow = pauses().slice(8)
  expect(new Set(slow)).toEqual(new Set([6 * 3_600]))
  expect(slow.reduce((sum, seconds) => sum + seconds, 0)).toBe(14 * 24 * 3_600)
  expect(decideNextTry({ attempts: 1_000, now })).toEqual({ do: 'give_up' })
})
