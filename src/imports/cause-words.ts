import { type Language, type Words, wordsIn } from '../texts/index.ts'
import { causesInEnglish } from './cause-words/en.ts'
import { causesInFrench } from './cause-words/fr.ts'
import { causesInDutch } from './cause-words/nl.ts'
import type { ImportCause } from './import-cause.ts'

/** What a bookkeeper reads about a cause: what it is, why, and what helps. */
export type CauseWords = { title: string; explanation: string; remedy: string }

/** Words for every cause; a new cause without words in one language does not compile. */
export type CauseCatalogue = Readonly<Record<ImportCause, CauseWords>>

const catalogues: Words<CauseCatalogue> = { en: causesInEnglish, nl: causesInDutch, fr: causesInFrench }

/** The words of a cause, for the screen, the summary mail and the guide. */
export function causeWords(cause: ImportCause, language: Language): CauseWords {
  return wordsIn(catalogues, language)[cause]
}
