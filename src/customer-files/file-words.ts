import type { KeptCause } from '../imported-customers/index.ts'
import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { FileProblem } from './file-problem.ts'
import type { NoteCode, RowRefusal } from './row-refusal.ts'
import type { FileCatalogue, FileWords } from './words/catalogue.ts'
import { filesInEnglish } from './words/en.ts'
import { filesInFrench } from './words/fr.ts'
import { filesInDutch } from './words/nl.ts'

const catalogues: Words<FileCatalogue> = { en: filesInEnglish, nl: filesInDutch, fr: filesInFrench }

/** Why a file cannot be read, in the words of a bookkeeper. */
export function fileProblemWords(problem: FileProblem, language: Language): FileWords {
  const { line = 1, limit = 0 } = problem
  return wordsIn(catalogues, language).problems[problem.code]({ line, limit })
}

/** Why a row does not come in, and what to mend. */
export function refusalWords(refusal: RowRefusal, language: Language): FileWords {
  const facts = { value: '', line: 0, numbers: [], limit: 0, ...refusal.facts }
  return wordsIn(catalogues, language).refusals[refusal.code](facts)
}

/** What a person should know of a row that comes in. */
export function noteWords(note: NoteCode, language: Language): string {
  return wordsIn(catalogues, language).notes[note]
}

/** Why an undo left a customer as it is. */
export function keptWords(cause: KeptCause, language: Language): string {
  return wordsIn(catalogues, language).kept[cause]
}
