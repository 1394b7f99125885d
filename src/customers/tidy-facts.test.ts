import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemsOf, tidyFacts } from './tidy-facts.ts'

test.each([
  ['spaces around', { companyName: ' Peeters  bv ' }, { companyName: 'Peeters  bv' }],
  [
    'line breaks and tabs of a paste',
    { addressLine: 'Kerkstraat 1\r\n\tbus 2' },
    { addressLine: 'Kerkstraat 1 bus 2' },
  ],
  ['nothing at all', { lastName: '  ', email: null }, { lastName: null, email: null }],
  [
    'codes',
    { language: 'NL', country: 'be', invoicingCountry: 'fr' },
    { language: 'nl', country: 'BE', invoicingCountry: 'FR' },
  ],
  [
    'words stay words',
    { language: 'Nederlands', country: 'Belgique' },
    { language: 'Nederlands', country: 'Belgique' },
  ],
  ['a VAT number stays as it is written', { vatNumber: 'be 0403.019.261' }, { vatNumber: 'be 0403.019.261' }],
  [
    'several addresses',
    { cc: ['a@x.example;b@x.example', ' a@x.example '] },
    { cc: ['a@x.example', 'b@x.example'] },
  ],
  ['what is absent stays absent', {}, {}],
] as const)('%s', (_, given, expected) => {
  expect(tidyFacts(given as Parameters<typeof tidyFacts>[0])).toEqual(expected)
})

test('tidied twice is tidied once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, cc) => {
      const once = tidyFacts({ companyName: text, language: text, cc })
      expect(tidyFacts(once)).toEqual(once)
    }),
  )
})

test('only e-mail addresses and control characters are judged, each by its field', () => {
  const paths = (facts: Parameters<typeof problemsOf>[0]) => problemsOf(facts).map(({ path }) => path)
  expect(paths({ vatNumber: 'nonsense', country: 'Nowhere', mobile: '?' })).toEqual([])
  expect(paths({ email: 'x', cc: ['a@b.example', 'y', 'z'] })).toEqual(['email', 'cc', 'cc'])
  expect(paths({ companyName: 'bell\u0007' })).toEqual(['companyName'])
})
