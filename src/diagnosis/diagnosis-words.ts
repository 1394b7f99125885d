import { causeWords, type ImportCause } from '../imports/index.ts'
import { type Language, type Words, wordsIn } from '../texts/index.ts'
import { type OwnVerdict, ownVerdicts, type VerdictCode } from './decide-verdict.ts'
import type { DiagnosisCatalogue } from './words/catalogue.ts'
import { diagnosisInEnglish } from './words/en.ts'
import { diagnosisInFrench } from './words/fr.ts'
import { diagnosisInDutch } from './words/nl.ts'

const catalogues: Words<DiagnosisCatalogue> = {
  en: diagnosisInEnglish,
  nl: diagnosisInDutch,
  fr: diagnosisInFrench,
}

/** What a diagnosis says beside the verdict. */
export function diagnosisWords(language: Language): DiagnosisCatalogue {
  return wordsIn(catalogues, language)
}

/** A verdict for people: a cause speaks with the words that the ledger has for it. */
export function verdictWords(
  code: VerdictCode,
  language: Language,
): { title: string; explanation: string; remedy: string } {
  return isOwn(code)
    ? diagnosisWords(language).verdicts[code]
    : causeWords(code satisfies ImportCause, language)
}

function isOwn(code: VerdictCode): code is OwnVerdict {
  return ownVerdicts.some((own) => own === code)
}
