import { createRequire } from 'node:module'

/**
 * Whether a VAT number keeps the rules of its country (length, form, check digits); undefined when the country is not
 * known or has no rules here. The country is the one of the number's own first letters, else the one given (ISO 3166).
 */
export function isVatNumber(text: string, country: string | null): boolean | undefined {
  const compact = text.replace(/[^a-z0-9]/gi, '').toUpperCase()
  const prefix = /^[A-Z]{2}(?=.*\d)/.exec(compact)?.[0]
  const rules = rulesOf(prefix) ?? rulesOf(country?.toUpperCase())
  if (!rules) return undefined
  return rules.some((rule) => rule.validate(compact).isValid)
}

function rulesOf(country: string | undefined) {
  if (!country) return undefined
  // Greece writes EL before its VAT numbers.
  return loadRules()[country === 'EL' ? 'GR' : country]
}

type Rules = typeof import('stdnum')['euVat']
let loaded: Rules | undefined

/** Loaded with the first number: the rules of eighty countries would make every start a quarter of a second longer. */
function loadRules(): Readonly<Partial<Rules>> {
  loaded ??= (createRequire(import.meta.url)('stdnum') as typeof import('stdnum')).euVat
  return loaded
}
