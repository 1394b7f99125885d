import { moneyToDecimal } from '../values/index.ts'
import { oneLine, type PaymentReference } from './payment-reference.ts'

export type EpcFacts = {
  name: string
  /** Without blanks. */
  iban: string
  amountCents: number
  reference: PaymentReference | undefined
}

/** The most that a QR code of version 13 holds at error correction level M. */
const mostBytes = 331
const longestName = 70
const longestText = 140
const mostCents = 99_999_999_999

/**
 * The text of the QR code that bank apps read: a credit transfer in euro by EPC069-12, version 002 (no BIC), UTF-8. A Belgian
 * structured communication goes into the field for structured remittances in its usual form, as the invoices that Belgian
 * bank apps read carry it; anything that is no reference is free text. Undefined when the amount cannot be transferred so.
 */
export function epcPayload({ name, iban, amountCents, reference }: EpcFacts): string | undefined {
  if (amountCents < 1 || amountCents > mostCents) return undefined
  const isStructured = reference !== undefined && reference.kind !== 'text'
  const structured = isStructured ? reference.electronic : ''
  const text = reference?.kind === 'text' ? cut(reference.electronic, longestText) : ''
  const amount = `EUR${moneyToDecimal({ amountCents, currency: 'EUR' })}`
  for (let length = longestName; length > 0; length -= 1) {
    const lines = [
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      cut(oneLine(name), length),
      iban,
      amount,
      '',
      structured,
      text,
    ]
    const payload = lines.join('\n').trimEnd()
    if (Buffer.byteLength(payload) <= mostBytes) return payload
  }
  return undefined
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('').trim()
}
