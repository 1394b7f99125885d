import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naughtyStrings } from '../../test/bad-input/naughty-strings.ts'
import { guardCell, unguardCell } from './cell-guard.ts'

test.each([
  ['=HYPERLINK("http://x.example","Look")', `'=HYPERLINK("http://x.example","Look")`],
  ['+32 470 12 34 56', `'+32 470 12 34 56`],
  ['-5,00', `'-5,00`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\uFF1D1+1', `'\uFF1D1+1`],
  ['  =1+1', `'  =1+1`],
  ['\tcmd', `'\tcmd`],
  ['\r\n=1', `'\r\n'=1`],
  // A spreadsheet of a country with another separator begins a cell in the middle of ours.
  ['Jansen;=1+1', `Jansen;'=1+1`],
  ['Jansen, =1+1', `Jansen,' =1+1`],
  ["'=1", `''=1`],
])('%j is written as %j, and comes back', (text, written) => {
  expect(guardCell(text)).toBe(written)
  expect(unguardCell(written)).toBe(text)
})

test.each(["'s Gravenhage", "'", "d'Hondt", 'ann@example.com', 'a-b', '1+1', '', 'Rue de la Loi 16'])(
  '%j runs nothing and is left alone, both ways',
  (text) => {
    expect(guardCell(text)).toBe(text)
    expect(unguardCell(text)).toBe(text)
  },
)

const awkward = fc.string({ unit: fc.constantFrom(..."'=+-@\uFF1D\uFF20,;\t\r\n \u00A0\uFEFFa1") })

test('whatever is written comes back the same', () => {
  fc.assert(
    fc.property(awkward, (text) => unguardCell(guardCell(text)) === text),
    { numRuns: 5_000 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unguardCell(guardCell(text)) === text))
  for (const text of naughtyStrings) expect(unguardCell(guardCell(text))).toBe(text)
})

test('nothing that is written begins like a formula, in whatever way a spreadsheet cuts it', () => {
  const begins = /^[^\S]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/
  fc.assert(
    fc.property(awkward, (text) =>
      guardCell(text)
        .split(/[,;\t\r\n]/)
        .every((cell) => !begins.test(cell)),
    ),
    { numRuns: 5_000 },
  )
})
