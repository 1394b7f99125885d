import i18next from 'i18next'
import type { Language } from '../client/contract.ts'
import type { LazyTexts } from './texts.ts'

/** What only some pages say is fetched with the first of them, so that the first page of all stays light. */
const loaders: Record<Language, () => Promise<LazyTexts>> = {
  en: async () => (await import('./invoices/en.ts')).invoicesInEnglish,
  nl: async () => (await import('./invoices/nl.ts')).invoicesInDutch,
  fr: async () => (await import('./invoices/fr.ts')).invoicesInFrench,
}

const loaded = new Set<Language>()
let areWanted = false

/** Gives what is being fetched once its words are there too, in the language on screen. */
export async function withLazyTexts<T>(fetched: Promise<T>): Promise<T> {
  areWanted = true
  const [page] = await Promise.all([fetched, addLazyTexts(i18next.language as Language)])
  return page
}

/** Before another language is shown: the words that pages on screen may need. */
export async function addWantedTexts(language: Language): Promise<void> {
  if (areWanted) await addLazyTexts(language)
}

async function addLazyTexts(language: Language): Promise<void> {
  if (loaded.has(language)) return
  i18next.addResourceBundle(language, 'translation', await loaders[language]())
  loaded.add(language)
}
