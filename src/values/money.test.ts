import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { isZero, moneyFromDecimal, moneyToDecimal } from './money.ts'

test.each([
  ['0', 'EUR', 0],
  ['-0', 'EUR', 0],
  ['0.00', 'EUR', 0],
  ['121.5', 'EUR', 12_150],
  ['121.50', 'EUR', 12_150],
  ['0.01', 'EUR', 1],
  ['-0.01', 'EUR', -1],
  ['1.10000', 'EUR', 110],
  ['0.1', 'EUR', 10],
  ['1.005', 'KWD', 1_005],
  ['100', 'JPY', 100],
  ['100.00', 'JPY', 100],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
])('"%s" %s is %i', (text, currency, amountCents) => {
  expect(moneyFromDecimal(text, currency)).toEqual({ amountCents, currency })
})

test.each([
  ['', 'EUR'],
  [' 1', 'EUR'],
  ['1e3', 'EUR'],
  ['1.234,56', 'EUR'],
  ['12,5', 'EUR'],
  ['.5', 'EUR'],
  ['5.', 'EUR'],
  ['+1', 'EUR'],
  ['--1', 'EUR'],
  ['0x10', 'EUR'],
  ['NaN', 'EUR'],
  ['Infinity', 'EUR'],
  ['١٢', 'EUR'],
  ['0.004', 'EUR'],
  ['1.5', 'JPY'],
  ['90071992547409.92', 'EUR'],
  ['9'.repeat(400), 'EUR'],
  ['1', 'eur'],
  ['1', ''],
  ['1', 'EURO'],
])('"%s" %s is refused', (text, currency) => {
  expect(() => moneyFromDecimal(text, currency)).toThrow(InvalidInputError)
})

const anyMoney = fc.record({
  amountCents: fc.maxSafeInteger(),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'ZZZ'),
})

test('written and read again it is the same amount, never minus zero', () => {
  fc.assert(
    fc.property(anyMoney, (money) => {
      const read = moneyFromDecimal(moneyToDecimal(money), money.currency)
      expect(read).toEqual({ ...money, amountCents: money.amountCents === 0 ? 0 : money.amountCents })
      expect(isZero(read)).toBe(money.amountCents === 0)
    }),
  )
})

test('any text is an exact amount or is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), (text) => {
      try {
        expect(Number.isSafeInteger(moneyFromDecimal(text, 'EUR').amountCents)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError)
      }
    }),
  )
})
