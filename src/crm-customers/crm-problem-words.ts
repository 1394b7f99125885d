import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { CrmProblem } from './crm-problem.ts'
import {
  type CrmProblemCatalogue,
  problemsInDutch,
  problemsInEnglish,
  problemsInFrench,
} from './words/crm-problems.ts'

const catalogues: Words<CrmProblemCatalogue> = {
  en: problemsInEnglish,
  nl: problemsInDutch,
  fr: problemsInFrench,
}

/** The problem in words: what it is, and what a person can do meanwhile. */
export function crmProblemWords(
  problem: CrmProblem,
  language: Language,
): { code: CrmProblem; title: string; explanation: string } {
  return { code: problem, ...wordsIn(catalogues, language)[problem] }
}
