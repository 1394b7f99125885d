import { causeWords, type ImportCause } from '../../imports/index.ts'
import { type Language, type Words, wordsIn } from '../../texts/index.ts'
import type { MailCatalogue } from './words/catalogue.ts'
import { mailsInEnglish } from './words/en.ts'
import { mailsInFrench } from './words/fr.ts'
import { mailsInDutch } from './words/nl.ts'

const catalogues: Words<MailCatalogue> = { en: mailsInEnglish, nl: mailsInDutch, fr: mailsInFrench }

/** The words of the mails about imports. A person who reads German gets English. */
export function mailWords(language: Language): MailCatalogue {
  return wordsIn(catalogues, language)
}

/** The language of the screens that is nearest to somebody's own. */
export function screenLanguage(language: string): Language {
  return language === 'nl' || language === 'fr' ? language : 'en'
}

/** A cause in whole sentences: what it is, why, and what helps. */
export function explained(cause: ImportCause, language: Language): string {
  const { title, explanation, remedy } = causeWords(cause, language)
  return `${title}. ${explanation}\n${mailWords(language).helps} ${remedy}`
}
