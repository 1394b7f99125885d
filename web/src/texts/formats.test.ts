import { expect, test } from 'vitest'
import { createFormats } from './formats.ts'

const nl = createFormats('nl', 'Europe/Brussels')

/** Formatters put non-breaking spaces between an amount and its currency. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

test.each([
  [{ amountCents: 12150, currency: 'EUR' }, '€ 121,50'],
  [{ amountCents: 1, currency: 'EUR' }, '€ 0,01'],
  [{ amountCents: -50, currency: 'EUR' }, '€ -0,50'],
  [{ amountCents: 9007199254740991, currency: 'EUR' }, '€ 90.071.992.547.409,91'],
  [{ amountCents: 1210, currency: 'JPY' }, 'JP¥ 1.210'],
  [{ amountCents: 1234, currency: 'KWD' }, 'KWD 1,234'],
])('money keeps every cent: %o', (money, text) => {
  expect(plain(nl.money(money))).toBe(text)
})

test('a calendar day is the same day in every time zone', () => {
  expect(createFormats('nl', 'Pacific/Auckland').day('2026-03-01')).toBe(nl.day('2026-03-01'))
})

test('an instant is told by the clock of the business', () => {
  expect(nl.time('2026-06-30T22:30:00Z')).toBe('00:30')
  expect(nl.dayOf('2026-06-30T22:30:00Z')).toBe('woensdag 1 juli')
})

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [123_456, '124 kB'],
  [1_234_567, '1,23 MB'],
])('a file of %d bytes has %s', (bytes, text) => {
  expect(plain(nl.bytes(bytes))).toBe(text)
})

test.each([
  ['2026-01-01T11:59:30Z', 'nu'],
  ['2026-01-01T11:55:00Z', '5 minuten geleden'],
  ['2026-01-01T12:15:00Z', 'over 15 minuten'],
  ['2026-01-01T09:00:00Z', '3 uur geleden'],
])('%s is %s', (instant, text) => {
  expect(nl.ago(instant, new Date('2026-01-01T12:00:00Z'))).toBe(text)
})
