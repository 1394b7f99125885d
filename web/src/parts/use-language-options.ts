import { useMemo } from 'react'
import { useRegionNames } from './use-region-names.ts'

/** Invitations are written in the first four; the others are kept as the customer's own. */
const codes = [
  'nl',
  'fr',
  'en',
  'de',
  'bg',
  'cs',
  'da',
  'el',
  'es',
  'et',
  'fi',
  'ga',
  'hr',
  'hu',
  'it',
  'lt',
  'lv',
]
const moreCodes = ['mt', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'tr', 'uk', 'ar', 'zh', 'ja']

/** The languages to choose from, by name; one that is not among them stays as it came. */
export function useLanguageOptions(current?: string | null): { value: string; label: string }[] {
  const names = useRegionNames()
  return useMemo(() => {
    const known = [...codes, ...moreCodes].map((code) => ({ value: code, label: names.language(code) }))
    if (!current || known.some(({ value }) => value === current)) return known
    return [{ value: current, label: names.language(current) }, ...known]
  }, [names, current])
}
