import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { CauseCatalogue, CauseWords } from './cause-words/catalogue.ts'
import { causesInEnglish } from './cause-words/en.ts'
import { causesInFrench } from './cause-words/fr.ts'
import { causesInDutch } from './cause-words/nl.ts'
import type { ImportCause } from './import-cause.ts'

const catalogues: Words<CauseCatalogue> = { en: causesInEnglish, nl: causesInDutch, fr: causesInFrench }

/** The words of a cause, for the screen, the summary mail and the guide. */
export function causeWords(cause: ImportCause, language: Language): CauseWords {
  return wordsIn(catalogues, language)[cause]
}
