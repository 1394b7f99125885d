import { expect, test } from 'vitest'
import { formatCreditorReference, readCreditorReference } from './creditor-reference.ts'

test.each([
  ['RF18 5390 0754 7034', 'RF18539007547034'],
  ['rf18539007547034', 'RF18539007547034'],
  ['RF471234567890', 'RF471234567890'],
  ['RF12SMF77', undefined],
  ['RF19539007547034', undefined],
  ['RF18', undefined],
  ['XX18539007547034', undefined],
  [`RF18${'1'.repeat(22)}`, undefined],
  ['', undefined],
])('%j is read as %j', (text, reference) => {
  expect(readCreditorReference(text)).toBe(reference)
})

test('one wrong letter or digit is noticed', () => {
  const reference = 'RF18539007547034'
  for (let at = 2; at < reference.length; at += 1) {
    const wrong = (Number(reference[at]) + 1) % 10
    expect(
      readCreditorReference(`${reference.slice(0, at)}${wrong}${reference.slice(at + 1)}`),
    ).toBeUndefined()
  }
})

test('it is shown in groups of four', () => {
  expect(formatCreditorReference('RF18539007547034')).toBe('RF18 5390 0754 7034')
})
