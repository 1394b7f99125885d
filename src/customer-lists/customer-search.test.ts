import { expect, test } from 'vitest'
import { searchPatterns } from './customer-search.ts'

test.each([
  ['', undefined],
  ['   ', undefined],
  ['Peeters', [['%Peeters%']]],
  ['peeters gent', [['%peeters%'], ['%gent%']]],
  ['de', [['de%', '% de%']]],
  ['100% a_b\\', [['%100\\%%'], ['%a\\_b\\\\%']]],
  ['BE 0403.019.261', [['%BE 0403.019.261%', '%403019261%']]],
  ['be0403019261', [['%be0403019261%', '%403019261%']]],
  ['0403 019 261', [['%0403 019 261%', '%403019261%']]],
  ['403019261', [['%403019261%', '%403019261%']]],
  ['C00012', [['%C00012%']]],
  ['2026/118', [['%2026/118%', '%2026118%']]],
] as const)('%j', (term, patterns) => {
  expect(searchPatterns(term)).toEqual(patterns)
})

test('a pasted text is looked for by its first eight words', () => {
  expect(searchPatterns('word '.repeat(500))).toHaveLength(8)
})
