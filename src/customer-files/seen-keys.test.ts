import { expect, test } from 'vitest'
import { createSeenKeys } from './seen-keys.ts'

test('the first line of a key is named to every later one; the same line may ask again', () => {
  const seen = createSeenKeys()
  expect(seen.claim(['number 1', 'email a'], 2)).toBeUndefined()
  expect(seen.claim(['number 1', 'email a'], 2)).toBeUndefined()
  expect(seen.claim(['number 2', 'email a'], 3)).toBe(2)
  expect(seen.claim(['number 2'], 4)).toBeUndefined()
})

test('two hundred thousand keys are told apart in a few megabytes', () => {
  const before = process.memoryUsage().arrayBuffers
  const seen = createSeenKeys()
  for (let line = 1; line <= 200_000; line += 1) {
    if (seen.claim([`number ${line}`], line) !== undefined)
      throw new Error(`Line ${line} was taken for another`)
  }
  expect(seen.claim(['number 123456'], 1)).toBe(123_456)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})
