import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools'

/** The account number without blanks, when it is one (ISO 13616: country, length, mod 97); undefined otherwise. */
export function readIban(text: string): string | undefined {
  const iban = electronicFormatIBAN(text)
  return iban && isValidIBAN(iban) ? iban : undefined
}

/** Whether the account is in a country where euro transfers by the SEPA scheme arrive. */
export function isSepaIban(iban: string): boolean {
  return isSEPACountry(iban.slice(0, 2))
}
