import { expect, test } from 'vitest'
import { isVatNumber } from './vat-number.ts'

test.each([
  ['BE0403019261', null, true],
  ['BE 0403.019.261', null, true],
  ['0403.019.261', 'BE', true],
  ['403019261', 'BE', true],
  ['BE0403019262', null, false],
  ['BE123', null, false],
  ['NL001234567B01', 'BE', false],
  ['FR40303265045', null, true],
  ['FR41303265045', null, false],
  ['LU15027442', null, true],
  ['DE136695976', null, true],
  // The prefix decides, then the country of the address; without either nothing is known.
  ['0403.019.261', null, undefined],
  ['BE0403019261', 'FR', true],
  ['GB980780684', null, undefined],
  ['no number', 'BE', false],
  ['', null, undefined],
] as const)('%s in %s: %s', (text, country, expected) => {
  expect(isVatNumber(text, country)).toBe(expected)
})
