// NOTE: the package's main file loads its names in eighty languages; these are the parts that are needed.
import isoCountries from 'i18n-iso-countries/index.js'
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import dutch from 'i18n-iso-countries/langs/nl.json' with { type: 'json' }

/** What people write besides the names of ISO 3166. */
const usualNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  engeland: 'GB',
  angleterre: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  hollande: 'NL',
  usa: 'US',
  'v s': 'US',
  belgie: 'BE',
  'the netherlands': 'NL',
  'pays bas': 'NL',
  deutschland: 'DE',
}

let codeOfName: Map<string, string> | undefined

/** The two-letter code of a country that is written as a code or by its name in four languages; undefined when unknown. */
export function readCountry(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^[a-z]{2}$/i.test(trimmed) && isoCountries.isValid(trimmed.toUpperCase())) return trimmed.toUpperCase()
  codeOfName ??= readNames()
  return codeOfName.get(plain(trimmed)) ?? alpha3(trimmed)
}

function alpha3(text: string): string | undefined {
  return /^[a-z]{3}$/i.test(text) ? isoCountries.alpha3ToAlpha2(text.toUpperCase()) : undefined
}

function readNames(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const { countries } of [english, dutch, french, german]) {
    for (const [code, names] of Object.entries<string | string[]>(countries)) {
      for (const name of [names].flat()) codes.set(plain(name), code)
    }
  }
  for (const [name, code] of Object.entries(usualNames)) codes.set(name, code)
  return codes
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
