import { expect, test } from 'vitest'
import { isSameNumber, numbersLike } from './numbers-like.ts'

test('spaces and case do not make another number', () => {
  expect(isSameNumber('2026 / 118', '2026/118')).toBe(true)
  expect(isSameNumber('INV-7', 'inv-7')).toBe(true)
  expect(isSameNumber('2026 / 118', '2026 / 11')).toBe(false)
})

test.each([
  ['Factuur 2026 / 118 Datum 2026-03-01', []],
  ['Factuur 2026 / 117 Datum: 01/03/2026', ['2026 / 117']],
  ['Factuur 2026/117, zie ook 2025 / 3', ['2026 / 117', '2025 / 3']],
  ['Factuur 1 1 8, Datum 2026/03/01', []],
  ['', []],
])('%j has the form in %j', (text, found) => {
  expect(numbersLike({ text, number: '2026 / 118' })).toEqual(found)
})

test('a number without parts has no form to look for, whatever the page says', () => {
  expect(numbersLike({ text: 'Totaal 117 EUR 9000 Gent', number: '118' })).toEqual([])
})

test('signs in a number mean themselves', () => {
  expect(numbersLike({ text: 'A+7(2) AAA7(2)', number: 'A+9(1)' })).toEqual(['A+7(2)'])
})
