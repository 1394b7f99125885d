import fc from 'fast-check'
import sepaPaymentQrCode from 'sepa-payment-qr-code'
import { expect, test } from 'vitest'
import { readQrOfSvg } from '../../test/support/read-qr.ts'
import { isSepaIban, readIban } from '../values/index.ts'
import { type EpcFacts, epcPayload } from './epc-payload.ts'
import { readPaymentReference } from './payment-reference.ts'
import { qrCode } from './qr-code.ts'

const iban = 'BE68539007547034'

function payloadFor(remittance: string | null, change: Partial<EpcFacts> = {}): string {
  const reference = readPaymentReference({ remittance, number: '2026/12' })
  return epcPayload({ name: 'Drukkerij De Blauwe', iban, amountCents: 12_150, reference, ...change }) ?? ''
}

test('a Belgian structured communication stands in the field for structured remittances', () => {
  expect(payloadFor('090/9337/55493').split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'Drukkerij De Blauwe',
    'BE68539007547034',
    'EUR121.50',
    '',
    '+++090/9337/55493+++',
  ])
})

test('so does a creditor reference, without blanks; anything else is free text', () => {
  expect(payloadFor('RF18 5390 0754 7034').split('\n').slice(8)).toEqual(['', 'RF18539007547034'])
  expect(payloadFor('Order 77').split('\n').slice(8)).toEqual(['', '', 'Order 77'])
  expect(payloadFor(null).split('\n').slice(8)).toEqual(['', '', '2026/12'])
})

test.each([
  [1, 'EUR0.01'],
  [99_999_999_999, 'EUR999999999.99'],
])('%i cents are %s', (amountCents, amount) => {
  expect(payloadFor(null, { amountCents }).split('\n')[7]).toBe(amount)
})

test.each([0, -5, 100_000_000_000])('%i cents cannot be transferred so', (amountCents) => {
  expect(payloadFor(null, { amountCents })).toBe('')
})

test.each([
  ['BE68539007547034', true],
  ['DE89370400440532013000', true],
  ['SA0380000000608010167519', false],
])('whether euros arrive at %s by the scheme: %s', (account, isSepa) => {
  expect(readIban(account)).toBe(account)
  expect(isSepaIban(account)).toBe(isSepa)
})

const wild = fc.string({ unit: 'binary', maxLength: 200 })

test('whatever stands in name and reference, the lines stay where banks look for them', () => {
  fc.assert(
    fc.property(wild, wild, fc.integer({ min: 1, max: 99_999_999_999 }), (name, remittance, amountCents) => {
      const reference = readPaymentReference({ remittance, number: null })
      const payload = epcPayload({ name: `A${name}`, iban, amountCents, reference }) ?? ''
      const lines = payload.split('\n')
      expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(331)
      expect(payload.isWellFormed()).toBe(true)
      expect(lines.length).toBeLessThanOrEqual(11)
      expect([...(lines[5] ?? '')].length).toBeLessThanOrEqual(70)
      expect(lines[6]).toBe(iban)
      expect(lines[7]).toMatch(/^EUR\d{1,9}\.\d\d$/)
      expect(lines[9] === undefined || lines[9] === '' || lines[10] === undefined).toBe(true)
      expect((lines[9] ?? '').length).toBeLessThanOrEqual(35)
      expect([...(lines[10] ?? '')].length).toBeLessThanOrEqual(140)
    }),
    { numRuns: 300 },
  )
})

const plain = (maxLength: number) =>
  fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,'()/&-]*[A-Za-z0-9]$/)
    .map((text) => text.replace(/ +/g, ' ').slice(0, maxLength).trim())
const references = fc.constantFrom('090/9337/55493', 'RF18 5390 0754 7034', 'RF712348231')

test('line by line it is what the writer of another project makes of the same facts', () => {
  const accounts = fc.constantFrom('BE68539007547034', 'DE89370400440532013000', 'NL91ABNA0417164300')
  const cents = fc.integer({ min: 1, max: 99_999_999_999 })
  fc.assert(
    fc.property(
      plain(70),
      accounts,
      cents,
      fc.oneof(references, plain(140)),
      (name, account, amountCents, remittance) => {
        const reference = readPaymentReference({ remittance, number: null })
        const facts = { name, iban: account, amountCents, reference }
        const theirs = sepaPaymentQrCode({
          name,
          iban: account,
          amount: amountCents / 100,
          ...(reference && reference.kind !== 'text'
            ? { structuredReference: reference.electronic }
            : { unstructuredReference: reference?.electronic ?? '' }),
        })
        expect(epcPayload(facts)).toBe(theirs.trimEnd())
      },
    ),
    { numRuns: 300 },
  )
})

test('the longest that there can be still is a code that a camera reads', () => {
  const payload = payloadFor('x'.repeat(300), { name: 'é'.repeat(300), amountCents: 99_999_999_999 })
  expect(payload.split('\n')[10]).toHaveLength(140)
  const { html } = qrCode(payload, 'code')
  const size = Number(/viewBox="0 0 (\d+) /.exec(html)?.[1])
  // Version 13 at most (EPC069-12), with a quiet zone of 4 modules on each side.
  expect(size).toBeLessThanOrEqual(17 + 4 * 13 + 8)
  expect(readQrOfSvg(html)).toBe(payload)
})
