import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { WriteBackCatalogue, WriteBackWords } from './words/catalogue.ts'
import { writeBacksInEnglish } from './words/en.ts'
import { writeBacksInFrench } from './words/fr.ts'
import { writeBacksInDutch } from './words/nl.ts'
import type { WriteBackCause, WriteBackStanding } from './write-back.ts'

const catalogues: Words<WriteBackCatalogue> = {
  en: writeBacksInEnglish,
  nl: writeBacksInDutch,
  fr: writeBacksInFrench,
}

/** What a person reads of a payment's write-back: where it stands, or why a person has to look and what helps. */
export function writeBackWords(
  input: { standing: WriteBackStanding; cause: WriteBackCause | null },
  language: Language,
): WriteBackWords {
  const { standings, causes } = wordsIn(catalogues, language)
  return input.cause ? causes[input.cause] : standings[input.standing]
}
