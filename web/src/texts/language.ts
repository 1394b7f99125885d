import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../client/contract.ts'
import { en } from './en.ts'
import { addWantedTexts } from './lazy-texts.ts'
import type { Texts } from './texts.ts'

export const languages: readonly Language[] = ['en', 'nl', 'fr']

const storageKey = 'vorder-language'

/** Only the language in use is loaded; English is the ground. */
const loaders: Record<Exclude<Language, 'en'>, () => Promise<Texts>> = {
  nl: async () => (await import('./nl.ts')).nl,
  fr: async () => (await import('./fr.ts')).fr,
}

export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language === value)
}

/** Before anyone signed in: what this browser chose last, else what it prefers, else English. */
export function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey) ?? '', ...navigator.languages]
  return wishes.map((wish) => wish.slice(0, 2)).find(isLanguage) ?? 'en'
}

export async function startLanguage(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  await showLanguage(preferredLanguage())
  return i18next
}

/** Shows the page in this language and remembers it for the sign-in page. */
export async function showLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loaders[language]())
  }
  await addWantedTexts(language)
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** The language on screen. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}
