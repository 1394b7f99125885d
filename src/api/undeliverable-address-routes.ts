import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { bounceAddress, clearAddress } from '../message-delivery/index.ts'
import { listUndeliverable } from '../undeliverable-addresses/index.ts'
import { instantAnswer } from './answers.ts'

/** Addresses to which mail came back (promise C8). */
export const undeliverableAddressRoutes: Door = async (app) => {
  const tags = ['messages']
  const item = z
    .object({
      id: z.string(),
      address: z.string(),
      detail: z.string().describe('The words of the mail server'),
      foundAt: instantAnswer,
      customers: z
        .array(z.object({ id: z.string(), name: z.string(), number: z.string() }))
        .describe('That have it as their e-mail or in copy'),
      invoice: z
        .object({ id: z.string(), number: z.string().nullable() })
        .nullable()
        .describe('About which the message was that came back'),
    })
    .meta({ id: 'UndeliverableAddress' })

  app.get(
    '/undeliverable-addresses',
    {
      schema: {
        tags,
        querystring: z.object({ customerId: z.string().optional().describe('Only those of this customer') }),
        response: { 200: z.object({ items: z.array(item) }), ...errorResponses },
      },
    },
    async (request) => ({
      items: (await listUndeliverable(request.ctx, request.query)).map(({ foundAt, ...address }) => ({
        ...address,
        foundAt: foundAt.toISOString(),
      })),
    }),
  )
  app.delete(
    '/undeliverable-addresses/:id',
    {
      schema: { tags, params: z.object({ id: z.string() }), response: { 204: z.null(), ...errorResponses } },
    },
    async (request, reply) => {
      await clearAddress(request.ctx, request.params)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/bounce-address',
    {
      config: { access: 'administrator' },
      schema: {
        tags,
        response: {
          200: z.object({ url: z.string() }).meta({ id: 'BounceAddress' }),
          ...errorResponses,
        },
      },
    },
    (request) => Promise.resolve({ url: bounceAddress(request.ctx) }),
  )
}
