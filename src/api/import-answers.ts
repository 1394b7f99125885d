import { z } from 'zod'
import { profileWarningWords } from '../profiles/index.ts'
import type { Language } from '../texts/index.ts'
import { wordsAnswer } from './answers.ts'
import { profileWarnings } from './invoice-inputs.ts'

export const outcomes = ['imported', 'updated', 'unchanged', 'skipped', 'failed'] as const

/** How many invoices ended how. */
export const countsAnswer = z.object({
  imported: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  failed: z.int(),
})

/** Why an invoice stays out, what helps, and what the CRM or the database said of it. */
export const causeAnswer = wordsAnswer.extend({ remedy: z.string(), detail: z.string().nullable() })

/** What a warning of the ledger says to a person. */
export function profileWarningAnswer(warning: string | null, language: Language) {
  const code = profileWarnings.find((known) => known === warning)
  return code ? { code, ...profileWarningWords(code, language) } : null
}
