import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listCustomers, summariseCustomers } from '../customer-lists/index.ts'
import { mergeChoices, mergeCustomers, undoMerge } from '../customer-merges/index.ts'
import {
  anonymiseCustomer,
  createCustomer,
  customerFields,
  deleteCustomer,
  editCustomer,
  getCustomerDetails,
  setPin,
} from '../customers/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { languageOf, pageOf } from './answers.ts'
import { answerCustomer, answerCustomerRow, customerAnswer, customerRowAnswer } from './customer-answers.ts'
import {
  customerChanges,
  customerFilterOf,
  customerFilterQuery,
  customerListQuery,
  idempotencyHeaders,
  newCustomer,
} from './customer-inputs.ts'

const summaryAnswer = z
  .object({
    counts: z
      .object({
        all: z.int(),
        company: z.int(),
        person: z.int(),
        withoutEmail: z.int(),
        withOpen: z.int(),
      })
      .describe('Each is at most 10001, which means more than 10000'),
  })
  .meta({ id: 'CustomerSummary' })

const pinInput = z
  .object({ field: z.enum(customerFields), isPinned: z.boolean() })
  .meta({ id: 'CustomerPin' })

/** The customers: overview and one customer. */
export const customerRoutes: Door = async (app) => {
  const tags = ['customers']
  const params = z.object({ id: z.string() })

  app.get(
    '/customers',
    {
      schema: {
        tags,
        querystring: customerListQuery,
        response: { 200: pageOf(customerRowAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { sort, order, cursor, limit } = request.query
      const filter = customerFilterOf(request.query)
      const page = await listCustomers(request.ctx, { filter, sort, order, cursor, limit })
      return { items: page.items.map(answerCustomerRow), nextCursor: page.nextCursor }
    },
  )

  app.get(
    '/customers/summary',
    {
      schema: { tags, querystring: customerFilterQuery, response: { 200: summaryAnswer, ...errorResponses } },
    },
    async (request) => ({
      counts: await summariseCustomers(request.ctx, customerFilterOf(request.query)),
    }),
  )

  app.get(
    '/customers/:id',
    { schema: { tags, params, response: { 200: customerAnswer, ...errorResponses } } },
    (request) => answerOne(request, request.params.id),
  )
}

/** What people do by hand with one customer. */
export const customerEditRoutes: Door = async (app) => {
  const tags = ['customers']
  const params = z.object({ id: z.string() })

  app.post(
    '/customers',
    {
      schema: {
        tags,
        headers: idempotencyHeaders,
        body: newCustomer,
        response: { 201: customerAnswer, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { link, ...input } = request.body
      const customer = await createCustomer(request.ctx, {
        ...input,
        link: link && {
          connectionId: link.connectionId,
          type: link.externalType,
          externalId: link.externalId,
        },
        idempotencyKey: request.headers['idempotency-key'],
      })
      return reply.code(201).send(await answerOne(request, customer.id))
    },
  )

  app.patch(
    '/customers/:id',
    { schema: { tags, params, body: customerChanges, response: { 200: customerAnswer, ...errorResponses } } },
    async (request) => {
      const customer = await editCustomer(request.ctx, { customerId: request.params.id, ...request.body })
      return answerOne(request, customer.id)
    },
  )

  app.post(
    '/customers/:id/pins',
    { schema: { tags, params, body: pinInput, response: { 200: customerAnswer, ...errorResponses } } },
    async (request) => {
      const customer = await setPin(request.ctx, { customerId: request.params.id, ...request.body })
      return answerOne(request, customer.id)
    },
  )
}

/** Customers that go: deleted, or without the person. */
export const customerRemovalRoutes: Door = async (app) => {
  const tags = ['customers']
  const params = z.object({ id: z.string() })

  app.delete(
    '/customers/:id',
    { schema: { tags, params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      await deleteCustomer(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/customers/:id/anonymise',
    { schema: { tags, params, response: { 200: customerAnswer, ...errorResponses } } },
    async (request) => {
      const customer = await anonymiseCustomer(request.ctx, request.params.id)
      return answerOne(request, customer.id)
    },
  )
}

/** Two customers that are one, and two again. */
export const customerMergeRoutes: Door = async (app) => {
  const tags = ['customers']
  const params = z.object({ id: z.string() })

  app.post(
    '/customers/:id/merge',
    {
      schema: {
        tags,
        params,
        body: z
          .object({
            otherId: z.string().max(100),
            take: z.partialRecord(z.enum(mergeChoices), z.enum(['this', 'other'])).default({}),
          })
          .meta({ id: 'CustomerMergeChoice' }),
        response: {
          200: z.object({ mergeId: z.string(), customer: customerAnswer }).meta({ id: 'MergedCustomer' }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const { mergeId, customer } = await mergeCustomers(request.ctx, {
        customerId: request.params.id,
        ...request.body,
      })
      return { mergeId, customer: await answerOne(request, customer.id) }
    },
  )

  app.post(
    '/customer-merges/:id/undo',
    {
      schema: {
        tags,
        params,
        response: {
          200: z
            .object({ customer: customerAnswer, other: customerAnswer })
            .meta({ id: 'UnmergedCustomers' }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const { customer, other } = await undoMerge(request.ctx, request.params.id)
      return {
        customer: await answerOne(request, customer.id),
        other: await answerOne(request, other.id),
      }
    },
  )
}

/** One customer as its page shows it. */
export async function answerOne(request: FastifyRequest, customerId: string) {
  return answerCustomer(await getCustomerDetails(request.ctx, customerId), languageOf(request))
}
