import { expect, test } from 'vitest'
import { readAmount, writeAmount } from './read-amount.ts'

test.each([
  ['12', 'EUR', 1_200],
  ['12,5', 'EUR', 1_250],
  ['12.50', 'EUR', 1_250],
  ['1.234,56', 'EUR', 123_456],
  ['1,234.56', 'EUR', 123_456],
  ['1.234', 'EUR', 123_400],
  ['1 234,56', 'EUR', 123_456],
  ['12,', 'EUR', 1_200],
  ['1234', 'JPY', 1_234],
  ['1.234', 'JPY', 1_234],
])('%s in %s is %i cents', (text, currency, cents) => {
  expect(readAmount(text, currency)).toBe(cents)
})

test.each(['', '0', '-5', 'abc', '1,23,45', '12,345,6', '1.2.3', '99999999999999999'])(
  '%s is none',
  (text) => {
    expect(readAmount(text, 'EUR')).toBeUndefined()
  },
)

test('what is written is read as the same', () => {
  for (const cents of [1, 99, 100, 123_456]) {
    expect(readAmount(writeAmount(cents, 'EUR', ','), 'EUR')).toBe(cents)
    expect(readAmount(writeAmount(cents, 'JPY', '.'), 'JPY')).toBe(cents)
  }
  expect(writeAmount(5, 'EUR', ',')).toBe('0,05')
})
