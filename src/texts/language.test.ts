import { expect, test } from 'vitest'
import { languageFrom } from './language.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['nl', 'nl'],
  ['nl-BE', 'nl'],
  ['FR-be', 'fr'],
  ['de,fr;q=0.8,nl;q=0.9', 'nl'],
  ['fr;q=0.5, en;q=0.4', 'fr'],
  ['fr;q=0, nl;q=0.1', 'nl'],
  ['nl;q=0', 'en'],
  ['de', 'en'],
  ['nl;q=oops, fr', 'fr'],
  [';;;,,,q=', 'en'],
  ['__proto__', 'en'],
])('%j asks for %s', (header, language) => {
  expect(languageFrom(header)).toBe(language)
})
