import { expect, test } from 'vitest'
import { newId } from './id.ts'

test('ids sort in the order in which they were made, also within one millisecond, and none comes twice', () => {
  const ids = Array.from({ length: 20_000 }, () => newId('act'))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^act_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
})
