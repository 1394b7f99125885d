import { expect, test } from 'vitest'
import { readIban } from './iban.ts'

test.each([
  ['BE68 5390 0754 7034', 'BE68539007547034'],
  ['be68539007547034', 'BE68539007547034'],
  ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
  ['BE00 1234', undefined],
  ['BE69 5390 0754 7034', undefined],
  ['', undefined],
])('%s is read as %s', (text, iban) => {
  expect(readIban(text)).toBe(iban)
})
