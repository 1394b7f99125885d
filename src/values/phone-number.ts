import { createRequire } from 'node:module'

type Phones = typeof import('libphonenumber-js')
let loaded: Phones | undefined

/**
 * Whether somebody can be called at this number; undefined when that cannot be told, because neither the number nor the
 * country given (ISO 3166) says in which country.
 */
export function isPhoneNumber(text: string, country: string | null): boolean | undefined {
  // Loaded with the first number: the plans of all countries are no part of a start.
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as Phones
  const international = text.trim().replace(/^00/, '+')
  const code = country?.toUpperCase()
  const known = code && loaded.isSupportedCountry(code) ? code : undefined
  if (!known && !international.startsWith('+')) return undefined
  return loaded.isValidPhoneNumber(international, known)
}
