import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** The account number without blanks, when it is one (ISO 13616: country, length, mod 97); undefined otherwise. */
export function readIban(text: string): string | undefined {
  const iban = electronicFormatIBAN(text)
  return iban && isValidIBAN(iban) ? iban : undefined
}
