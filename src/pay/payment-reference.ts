import {
  formatCreditorReference,
  formatStructuredCommunication,
  readCreditorReference,
  readStructuredCommunication,
} from '../values/index.ts'

/** What the payer is to mention. `electronic` goes into the QR code, in the field for that kind. */
export type PaymentReference = {
  kind: 'structured_communication' | 'creditor_reference' | 'text'
  shown: string
  copied: string
  electronic: string
}

/** Reads the remittance of an invoice; without one its number is asked for. Undefined when it has neither. */
export function readPaymentReference(invoice: {
  remittance: string | null
  number: string | null
}): PaymentReference | undefined {
  const text = oneLine(invoice.remittance ?? '') || oneLine(invoice.number ?? '')
  const digits = readStructuredCommunication(text)
  if (digits) {
    const shown = formatStructuredCommunication(digits)
    return { kind: 'structured_communication', shown, copied: shown, electronic: shown }
  }
  const reference = readCreditorReference(text)
  if (reference) {
    const shown = formatCreditorReference(reference)
    return { kind: 'creditor_reference', shown, copied: reference, electronic: reference }
  }
  return text === '' ? undefined : { kind: 'text', shown: text, copied: text, electronic: text }
}

/** Text of a CRM on one line, without characters that are not seen. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}
