import { z } from 'zod'
import {
  documentCauseWords,
  documentKinds,
  documentStandingWords,
  type InvoiceDocument,
  isStale,
} from '../invoice-documents/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, wordsAnswer } from './answers.ts'

/** The PDF or UBL of an invoice: where it stands, in words, and what the schedule does next. */
export const invoiceDocumentAnswer = z
  .object({
    kind: z.enum(documentKinds),
    state: z.enum(['waiting', 'retrieved', 'given_up']),
    standing: wordsAnswer.describe('The state for a person; code under_way while it is being fetched'),
    hasFile: z.boolean().describe('There is something to open; an older version while isStale'),
    isStale: z.boolean(),
    attempts: z.int().describe('Tries of the schedule that failed'),
    lastTriedAt: instantAnswer.nullable(),
    lastError: wordsAnswer.nullable(),
    lastErrorDetail: z.string().nullable().describe('In English, for support'),
    nextTryAt: instantAnswer.nullable(),
    retrievedAt: instantAnswer.nullable(),
    sizeBytes: z.int().nullable(),
    sha256: z.string().nullable(),
  })
  .meta({ id: 'InvoiceDocument' })

export function answerDocument(
  document: InvoiceDocument,
  { language, now }: { language: Language; now: Date },
): z.infer<typeof invoiceDocumentAnswer> {
  const { kind, state, attempts, lastError, lastErrorDetail, sizeBytes, sha256, claimedUntil } = document
  const standing = claimedUntil && claimedUntil > now ? 'under_way' : state
  return {
    kind,
    state,
    standing: { code: standing, ...documentStandingWords(standing, language) },
    hasFile: document.storageKey !== null,
    isStale: isStale(document),
    attempts,
    lastTriedAt: document.lastTriedAt?.toISOString() ?? null,
    lastError: lastError && { code: lastError, ...documentCauseWords(lastError, language) },
    lastErrorDetail,
    nextTryAt: document.nextTryAt?.toISOString() ?? null,
    retrievedAt: document.retrievedAt?.toISOString() ?? null,
    sizeBytes,
    sha256,
  }
}
