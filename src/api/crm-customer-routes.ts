import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  crmProblemOf,
  crmProblemWords,
  draftFromCrm,
  findInCrm,
  refreshCustomer,
} from '../crm-customers/index.ts'
import { customerFields, customerFlags, findFlags, getCustomerDetails } from '../customers/index.ts'
import { SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { type Door, errorResponses } from '../http/index.ts'
import type { Language } from '../texts/index.ts'
import { languageOf, wordsAnswer } from './answers.ts'
import { answerCustomer, customerAnswer, customerFactsAnswer } from './customer-answers.ts'

const types = z.enum(['company', 'person'])

const foundAnswer = z
  .object({
    connectionId: z.string(),
    externalType: types,
    externalId: z.string(),
    name: z.string(),
    kind: types,
    city: z.string().nullable(),
    email: z.string().nullable(),
    vatNumber: z.string().nullable(),
    isActive: z.boolean(),
    customerId: z.string().nullable().describe('The customer that this record is already'),
  })
  .meta({ id: 'CrmCustomer' })

const draftAnswer = z
  .object({
    facts: customerFactsAnswer,
    isActive: z.boolean(),
    customerId: z.string().nullable(),
    flags: z.array(z.enum(customerFlags)),
    webUrl: z.string().nullable(),
  })
  .meta({ id: 'CustomerDraft' })

const value = z.union([z.string(), z.array(z.string())]).nullable()
const refreshAnswer = z
  .object({
    changes: z.array(z.object({ field: z.enum(customerFields), before: value, after: value })),
    kept: z
      .array(z.object({ field: z.enum(customerFields), value, crmValue: value }))
      .describe('Pinned fields whose value in Teamleader is another one'),
    customer: customerAnswer,
  })
  .meta({ id: 'RefreshedCustomer' })

/** Customers as the CRM has them: find one, fill a form with it. Nothing here stores anything, or writes to the CRM. */
export const crmCustomerRoutes: Door = async (app) => {
  const tags = ['customers']

  app.get(
    '/crm-customers',
    {
      schema: {
        tags,
        querystring: z.object({
          q: z.string().max(200),
          connectionId: z.string().max(100).optional(),
        }),
        response: {
          200: z
            .object({ items: z.array(foundAnswer), problem: wordsAnswer.nullable() })
            .meta({ id: 'CrmCustomers' }),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const { q, connectionId } = request.query
      const signal = untilGone(reply)
      const { items, problem } = await findInCrm(request.ctx, { term: q, connectionId, signal })
      return {
        items: items.map(({ type, ...found }) => ({ ...found, externalType: type, kind: type })),
        problem: problem && crmProblemWords(problem, languageOf(request)),
      }
    },
  )

  app.get(
    '/crm-customers/:connectionId/:externalType/:externalId',
    {
      schema: {
        tags,
        params: z.object({ connectionId: z.string(), externalType: types, externalId: z.string() }),
        response: { 200: draftAnswer, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { connectionId, externalType: type, externalId } = request.params
      const ref = { connectionId, type, externalId, signal: untilGone(reply) }
      const draft = await inWords(draftFromCrm(request.ctx, ref), languageOf(request))
      return { ...draft, flags: findFlags(draft.facts) }
    },
  )
}

/** What a person asks of the CRM about a customer that exists. */
export const customerRefreshRoutes: Door = async (app) => {
  const tags = ['customers']

  app.post(
    '/customers/:id/refresh',
    {
      schema: {
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: refreshAnswer, ...errorResponses },
      },
    },
    async (request) => {
      const language = languageOf(request)
      const refreshing = refreshCustomer(request.ctx, { customerId: request.params.id })
      const { changes, kept, customer } = await inWords(refreshing, language)
      const details = await getCustomerDetails(request.ctx, customer.id)
      return { changes, kept, customer: answerCustomer(details, language) }
    },
  )
}

/** Ends what nobody waits for any more: the browser went away before it had its answer. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

/** What a CRM failed to say is told in the language of the request. */
async function inWords<T>(answer: Promise<T>, language: Language): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    const problem = crmProblemOf(cause)
    if (!problem) throw cause
    const { title, explanation } = crmProblemWords(problem, language)
    const message = `${title}. ${explanation}`
    if (cause instanceof SourceUnavailableError) {
      throw new SourceUnavailableError(message, { code: cause.code, retryAt: cause.retryAt, cause })
    }
    if (cause instanceof SourceRejectedError)
      throw new SourceRejectedError(message, { code: cause.code, cause })
    throw cause
  }
}
