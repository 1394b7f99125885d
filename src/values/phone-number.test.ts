import { expect, test } from 'vitest'
import { isPhoneNumber } from './phone-number.ts'

test.each([
  ['+32 470 12 34 56', null, true],
  ['0032470123456', null, true],
  ['0470 12 34 56', 'BE', true],
  ['0470/12.34.56', 'be', true],
  ['+31 6 12345678', 'BE', true],
  ['0470', 'BE', false],
  ['+32 4', null, false],
  ['ask for Jan', 'BE', false],
  ['0470 12 34 56', null, undefined],
  ['0470 12 34 56', 'Belgique', undefined],
] as const)('%s in %s: %s', (text, country, expected) => {
  expect(isPhoneNumber(text, country)).toBe(expected)
})
