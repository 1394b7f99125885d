import { z } from 'zod'
import { type Diagnosis, diagnoseInvoice } from '../diagnosis/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { instantAnswer, languageOf } from './answers.ts'
import { causeAnswer } from './import-answers.ts'

const diagnosisAnswer = z
  .object({
    connectionId: z.string(),
    externalId: z.string().nullable(),
    number: z.string().nullable(),
    customerName: z.string().nullable(),
    lineId: z.string().nullable(),
    invoiceId: z.string().nullable(),
    webUrl: z.string().nullable(),
    verdict: causeAnswer.omit({ detail: true }),
    facts: z.array(z.string()).describe('One sentence each, in the language of the request'),
    chronology: z.array(
      z.object({ at: instantAnswer, kind: z.enum(['told', 'asked', 'decided']), text: z.string() }),
    ),
    remedy: z
      .object({
        kind: z
          .enum(['retry', 'import', 'open_in_crm', 'open_settings', 'reconnect', 'open_invoice'])
          .describe(
            'retry: POST /import-lines/{lineId}/retry; import: POST /invoice-imports with externalIds; open_in_crm: webUrl',
          ),
        label: z.string(),
      })
      .nullable(),
    diagnostic: z.string().describe('To be copied for whoever helps; holds no secret'),
  })
  .meta({ id: 'Diagnosis' })

/** "Why is my invoice not here?" (promise B15). */
export const diagnosisRoutes: Door = async (app) => {
  app.get(
    '/diagnosis',
    {
      schema: {
        tags: ['imports'],
        querystring: z.object({
          q: z
            .string()
            .max(500)
            .default('')
            .describe('An invoice number, a link to the invoice in Teamleader, or an id'),
          connectionId: z.string().max(100).optional(),
        }),
        response: { 200: z.object({ items: z.array(diagnosisAnswer) }), ...errorResponses },
      },
    },
    async (request) => {
      const { q: text, connectionId } = request.query
      const items = await diagnoseInvoice(request.ctx, { text, connectionId, language: languageOf(request) })
      return { items: items.map(answerDiagnosis) }
    },
  )
}

function answerDiagnosis(diagnosis: Diagnosis) {
  const chronology = diagnosis.chronology.map((step) => ({ ...step, at: step.at.toISOString() }))
  return { ...diagnosis, chronology }
}
