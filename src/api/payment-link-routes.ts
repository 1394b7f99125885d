import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import {
  changePaymentLinkExpiry,
  getPaymentLink,
  type PaymentLinkDetails,
  renewPaymentLink,
  revokePaymentLink,
} from '../payment-links/index.ts'
import { listQuestions, type Question, questionMailStates, settleQuestion } from '../questions/index.ts'
import { instantAnswer } from './answers.ts'

const tags = ['invoices']
const params = z.object({ id: z.string() })

const linkAnswer = z
  .object({
    url: z.string().nullable().describe('Of the payment page; null once it was revoked'),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: instantAnswer,
    expiresAt: instantAnswer.nullable(),
    revokedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'PaymentLink' })

// The years that the database can hold, and a date picker offers.
const instantInput = z.iso
  .datetime()
  .refine((text) => /^(19|20|21)\d{2}-/.test(text), 'Give an instant of this century')
const expiryInput = z.object({
  expiresAt: instantInput.nullable().describe('When the page stops opening; null: never'),
})

const questionAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    body: z.string(),
    askedAt: instantAnswer,
    mailState: z.enum(questionMailStates).describe('Whether the business got it by mail'),
    canSettle: z
      .boolean()
      .describe('Nobody knows, or it did not leave: a person has to say what is to be done'),
  })
  .meta({ id: 'Question' })

/** The address at which a customer pays an invoice (promise C6), and what was asked there. */
export const paymentLinkRoutes: Door = async (app) => {
  const response = { 200: linkAnswer, ...errorResponses }
  app.get('/invoices/:id/payment-link', { schema: { tags, params, response } }, async (request) =>
    answerLink(await getPaymentLink(request.ctx, request.params.id)),
  )
  app.post(
    '/invoices/:id/payment-link/renew',
    {
      schema: { tags, params, body: expiryInput.partial().meta({ id: 'PaymentLinkRenewal' }), response },
    },
    async (request) => answerLink(await renewPaymentLink(request.ctx, changeOf(request))),
  )
  app.patch(
    '/invoices/:id/payment-link',
    { schema: { tags, params, body: expiryInput.meta({ id: 'PaymentLinkChanges' }), response } },
    async (request) => answerLink(await changePaymentLinkExpiry(request.ctx, changeOf(request))),
  )
  app.delete('/invoices/:id/payment-link', { schema: { tags, params, response } }, async (request) =>
    answerLink(await revokePaymentLink(request.ctx, request.params.id)),
  )
  app.get(
    '/invoices/:id/questions',
    {
      schema: {
        tags,
        params,
        response: { 200: z.object({ items: z.array(questionAnswer) }), ...errorResponses },
      },
    },
    async (request) => {
      const questions = await listQuestions(request.ctx, request.params.id)
      return { items: questions.map(answerQuestion) }
    },
  )
  app.post(
    '/questions/:id/settle',
    {
      schema: {
        tags,
        params,
        body: z.object({ as: z.enum(['arrived', 'send_again']) }).meta({ id: 'QuestionSettlement' }),
        response: { 200: questionAnswer, ...errorResponses },
      },
    },
    async (request) =>
      answerQuestion(await settleQuestion(request.ctx, { questionId: request.params.id, ...request.body })),
  )
}

function answerQuestion({ askedAt, ...question }: Question) {
  return {
    ...question,
    askedAt: askedAt.toISOString(),
    canSettle: ['unknown', 'refused'].includes(question.mailState),
  }
}

function changeOf(request: { params: { id: string }; body: { expiresAt?: string | null | undefined } }) {
  const { expiresAt } = request.body
  return { invoiceId: request.params.id, expiresAt: expiresAt ? new Date(expiresAt) : null }
}

function answerLink({ url, state, createdAt, expiresAt, revokedAt }: PaymentLinkDetails) {
  return {
    url,
    state,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
