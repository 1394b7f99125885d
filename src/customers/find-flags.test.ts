import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naughtyStrings } from '../../test/bad-input/naughty-strings.ts'
import type { CustomerFacts } from './customer.ts'
import { findFlags } from './find-flags.ts'
import { noFacts } from './tidy-facts.ts'

const fine: CustomerFacts = { ...noFacts(), companyName: 'Bakkerij Peeters', email: 'info@peeters.example' }

test.each([
  ['nothing is wrong', {}, []],
  ['all known', { language: 'nl', country: 'BE', vatNumber: 'BE0403019261', mobile: '+32470123456' }, []],
  ['no name', { companyName: null }, ['no_name']],
  ['no e-mail', { email: null }, ['no_email']],
  ['an empty e-mail', { email: '' }, ['no_email']],
  ['an e-mail that is none', { email: 'info at peeters' }, ['invalid_email']],
  ['one wrong address among the CC', { cc: ['a@b.example', 'b'] }, ['invalid_cc']],
  ['a language in words', { language: 'Nederlands' }, ['unknown_language']],
  ['a language that is none', { language: 'qq' }, ['unknown_language']],
  ['a country in words', { country: 'Belgique' }, ['unknown_country']],
  ['a country that is none', { country: 'XQ' }, ['unknown_country']],
  ['a union is no country', { country: 'EU' }, ['unknown_country']],
  ['the invoicing country', { invoicingCountry: 'Belgium' }, ['unknown_country']],
  ['check digits', { vatNumber: 'BE0403019262' }, ['invalid_vat_number']],
  ['digits without a country tell nothing', { vatNumber: '0403019262' }, []],
  ['a mobile number too short', { mobile: '0470', country: 'BE' }, ['invalid_mobile']],
  ['several', { email: null, language: 'xx-yy' }, ['no_email', 'unknown_language']],
] as const)('%s', (_, facts, flags) => {
  expect(findFlags({ ...fine, ...facts } as CustomerFacts)).toEqual(flags)
})

test('whatever a CRM sent, looking at it never fails', () => {
  const text = fc.oneof(fc.constantFrom(...naughtyStrings), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, (value) => {
      const facts = Object.fromEntries(
        Object.entries(fine).map(([field]) => [field, field === 'cc' ? [value] : value]),
      )
      expect(Array.isArray(findFlags(facts as CustomerFacts))).toBe(true)
    }),
    { numRuns: 300, seed: 20_261_122 },
  )
})
