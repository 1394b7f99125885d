import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Names of countries and languages, in the user's language; an unknown code stays a code. */
export function useRegionNames(): { region(code: string): string; language(code: string): string } {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const regions = new Intl.DisplayNames(i18n.language, { type: 'region' })
    const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
    return {
      region: (code) => (/^[A-Za-z]{2}$/.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code),
      language: (code) => (/^[A-Za-z]{2}$/.test(code) ? (languages.of(code.toLowerCase()) ?? code) : code),
    }
  }, [i18n.language])
}
