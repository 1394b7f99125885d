import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getConnection } from '../connections/index.ts'
import { crmProblemWords } from '../crm-customers/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { getInvoice } from '../invoices/index.ts'
import {
  getStatement,
  listPaymentMethods,
  listPayments,
  listWriteBackTasks,
  type Payment,
  recordPayment,
  retryWriteBack,
  revokePayment,
} from '../payments/index.ts'
import { languageOf, wordsAnswer } from './answers.ts'
import { idempotencyHeaders } from './customer-inputs.ts'
import {
  answerPayment,
  answerStatement,
  answerTask,
  paymentAnswer,
  statementAnswer,
  writeBackTaskAnswer,
} from './payment-answers.ts'

const paymentInput = z
  .object({
    amountCents: z.int().positive().optional().describe('Absent: all that is open'),
    paidOn: z.iso.date().optional().describe('Absent: today'),
    method: z.string().trim().max(100).nullable().optional().describe('How it was paid, for people'),
    methodId: z.string().max(100).nullable().optional().describe('The same as the CRM names it'),
    note: z.string().trim().max(1_000).nullable().optional(),
  })
  .meta({ id: 'NewPayment' })

const params = z.object({ id: z.string() })
const tags = ['payments']

/** Payments of an invoice: what came in, how the amount due comes about, and what people note and take back. */
export const paymentRoutes: Door = async (app) => {
  app.get(
    '/invoices/:id/payments',
    {
      schema: {
        tags,
        params,
        response: {
          200: z.object({ items: z.array(paymentAnswer), statement: statementAnswer }).meta({
            id: 'InvoicePayments',
          }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const invoiceId = request.params.id
      const payments = await listPayments(request.ctx, { invoiceId })
      const said = await saidTo(request, invoiceId)
      return {
        items: payments.map((payment) => answerPayment(payment, said)),
        statement: answerStatement(await getStatement(request.ctx, { invoiceId })),
      }
    },
  )

  app.post(
    '/invoices/:id/payments',
    {
      schema: {
        tags,
        params,
        headers: idempotencyHeaders,
        body: paymentInput,
        response: { 201: paymentAnswer, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { methodId, ...body } = request.body
      const payment = await recordPayment(request.ctx, {
        ...body,
        methodExternalId: methodId,
        invoiceId: request.params.id,
        idempotencyKey: request.headers['idempotency-key'],
      })
      return reply.code(201).send(await answerOne(request, payment))
    },
  )

  app.post(
    '/payments/:id/revoke',
    { schema: { tags, params, response: { 200: paymentAnswer, ...errorResponses } } },
    async (request) => answerOne(request, await revokePayment(request.ctx, { paymentId: request.params.id })),
  )
}

/** What the CRM is told of payments, and what it says of them. */
export const writeBackRoutes: Door = async (app) => {
  app.post(
    '/payments/:id/retry-write-back',
    { schema: { tags, params, response: { 200: paymentAnswer, ...errorResponses } } },
    async (request) =>
      answerOne(request, await retryWriteBack(request.ctx, { paymentId: request.params.id })),
  )

  app.get(
    '/write-back-tasks',
    {
      schema: {
        tags,
        response: { 200: z.object({ items: z.array(writeBackTaskAnswer) }), ...errorResponses },
      },
    },
    async (request) => {
      const tasks = await listWriteBackTasks(request.ctx, { limit: 200 })
      return { items: tasks.map((task) => answerTask(task, languageOf(request))) }
    },
  )

  app.get(
    '/payment-methods',
    {
      schema: {
        tags,
        querystring: z.object({ connectionId: z.string() }),
        response: {
          200: z.object({
            items: z.array(z.object({ id: z.string(), name: z.string() })),
            problem: wordsAnswer.nullable(),
          }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const { items, problem } = await listPaymentMethods(request.ctx, request.query)
      return {
        items: items.map(({ externalId, name }) => ({ id: externalId, name })),
        problem: problem && crmProblemWords(problem, languageOf(request)),
      }
    },
  )
}

async function saidTo(request: FastifyRequest, invoiceId: string) {
  const { connectionId } = await getInvoice(request.ctx, invoiceId)
  const { writeBack, state } = await getConnection(request.ctx, { connectionId })
  return { language: languageOf(request), isWriteBackOn: writeBack && state !== 'disconnected' }
}

async function answerOne(request: FastifyRequest, payment: Payment) {
  return answerPayment(payment, await saidTo(request, payment.invoiceId))
}
