import type { MailLanguage } from '../profiles/index.ts'
import type { PageWords } from './words/catalogue.ts'
import { pageInGerman } from './words/de.ts'
import { pageInEnglish } from './words/en.ts'
import { pageInFrench } from './words/fr.ts'
import { pageInDutch } from './words/nl.ts'

const catalogues: Readonly<Record<MailLanguage, PageWords>> = {
  en: pageInEnglish,
  nl: pageInDutch,
  fr: pageInFrench,
  de: pageInGerman,
}

/** The words of the page for customers, in the language they are written to. */
export function pageWords(language: MailLanguage): PageWords {
  return catalogues[language]
}
