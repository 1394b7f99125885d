import { expect, test } from 'vitest'
import { nextMailTry } from './next-mail-try.ts'

const minute = 60_000
const hour = 60 * minute
const now = new Date('2026-03-02T09:00:00Z')

test('again after 1, 5, 15 and 60 minutes, then every four hours for three days, then a person is asked', () => {
  const waits = Array.from({ length: 23 }, (_, at) => {
    const next = nextMailTry({ attempts: at + 1, now })
    return next && next.getTime() - now.getTime()
  })
  expect(waits.slice(0, 4)).toEqual([minute, 5 * minute, 15 * minute, hour])
  expect(new Set(waits.slice(4, 22))).toEqual(new Set([4 * hour]))
  expect(waits[22]).toBeNull()
})
