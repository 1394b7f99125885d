import { isEmailAddress, isPhoneNumber, isVatNumber } from '../values/index.ts'
import { type CustomerFacts, customerName } from './customer.ts'

/** What a bookkeeper may want to mend; the words are the screen's. */
export const customerFlags = [
  'no_name',
  'no_email',
  'invalid_email',
  'invalid_cc',
  'unknown_language',
  'unknown_country',
  'invalid_vat_number',
  'invalid_mobile',
] as const
export type CustomerFlag = (typeof customerFlags)[number]

/**
 * What looks wrong with a customer. Nothing is refused or changed because of it: a CRM's values are kept as they are
 * (promise A3), and a flag says that somebody may want to look.
 */
export function findFlags(facts: CustomerFacts): CustomerFlag[] {
  return customerFlags.filter((flag) => rules[flag](facts))
}

const rules: Readonly<Record<CustomerFlag, (facts: CustomerFacts) => boolean>> = {
  no_name: (facts) => customerName(facts) === '',
  no_email: ({ email }) => !email,
  invalid_email: ({ email }) => Boolean(email) && !isEmailAddress(email ?? ''),
  invalid_cc: ({ cc }) => cc.some((address) => !isEmailAddress(address)),
  unknown_language: ({ language }) => language !== null && !isKnown(languages, language, /^[a-z]{2}$/),
  unknown_country: ({ country, invoicingCountry }) =>
    [country, invoicingCountry].some((code) => code !== null && !isKnown(countries, code, /^[A-Z]{2}$/)),
  invalid_vat_number: ({ vatNumber, country }) =>
    vatNumber !== null && isVatNumber(vatNumber, country) === false,
  invalid_mobile: ({ mobile, country }) => mobile !== null && isPhoneNumber(mobile, country) === false,
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Codes of ISO 639-1 and ISO 3166 that have a name; `EU`, `UN` and `ZZ` have one too and are no countries. */
function isKnown(names: Intl.DisplayNames, code: string, form: RegExp): boolean {
  return form.test(code) && !['EU', 'EZ', 'UN', 'ZZ'].includes(code) && names.of(code) !== undefined
}
