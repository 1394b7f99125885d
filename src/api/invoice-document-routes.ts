import { z } from 'zod'
import { attachmentHeaders, type Door, errorResponses, inlineHeaders } from '../http/index.ts'
import {
  documentCauseWords,
  documentFileName,
  documentKinds,
  documentStandingWords,
  openDocument,
  type RetrievedDocument,
  retrieveDocument,
} from '../invoice-documents/index.ts'
import type { Language } from '../texts/index.ts'
import { flagQuery, languageOf, wordsAnswer } from './answers.ts'
import { answerDocument, invoiceDocumentAnswer } from './invoice-document-answers.ts'

const tags = ['invoices']
const params = z.object({ id: z.string(), kind: z.enum(documentKinds) })

const retrievedAnswer = z
  .object({
    outcome: wordsAnswer.describe('How this try ended, for the person who pressed the button'),
    document: invoiceDocumentAnswer,
  })
  .meta({ id: 'RetrievedDocument' })

/** The documents of invoices (promises B11, B12): one to look at, one to retrieve now. */
export const invoiceDocumentRoutes: Door = async (app) => {
  app.get(
    '/invoices/:id/documents/:kind',
    {
      schema: {
        tags,
        params,
        querystring: z.object({ download: flagQuery.optional() }),
        response: {
          200: z.any().describe('The document itself').meta({ format: 'binary' }),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      const { bytes, contentType, number } = await openDocument(request.ctx, { invoiceId: id, kind })
      const file = {
        name: documentFileName(number ?? id, kind),
        contentType,
        sizeBytes: bytes.length,
      }
      return reply.headers(request.query.download ? attachmentHeaders(file) : inlineHeaders(file)).send(bytes)
    },
  )

  app.post(
    '/invoices/:id/documents/:kind/retrieve',
    { schema: { tags, params, response: { 200: retrievedAnswer, ...errorResponses } } },
    async (request) => {
      const { id, kind } = request.params
      const retrieved = await retrieveDocument(request.ctx, { invoiceId: id, kind })
      const language = languageOf(request)
      return {
        outcome: outcomeWords(retrieved.outcome, language),
        document: answerDocument(retrieved.document, { language, now: request.ctx.now() }),
      }
    },
  )
}

function outcomeWords(outcome: RetrievedDocument['outcome'], language: Language) {
  const isStanding = outcome === 'retrieved' || outcome === 'under_way'
  const words = isStanding ? documentStandingWords(outcome, language) : documentCauseWords(outcome, language)
  return { code: outcome, ...words }
}
