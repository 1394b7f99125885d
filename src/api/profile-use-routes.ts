import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { countProfileUse, deleteProfile, replaceProfile } from '../profile-uses/index.ts'

const useAnswer = z
  .object({
    customers: z.int().describe('Whose own profile it is'),
    openInvoices: z.int(),
    connections: z.int().describe('Connections whose default it is'),
    fieldValues: z.int().describe('Invoices whose custom fields named it when they were read last'),
    settledInvoices: z
      .int()
      .describe('Paid or archived; they keep it, and do not keep it from being deleted'),
  })
  .describe('Each count is at most 10001: that many means more than 10000')
  .meta({ id: 'ProfileUse' })

const replacementAnswer = z
  .object({ customers: z.int(), openInvoices: z.int(), connections: z.int() })
  .describe('What moved to the other profile')
  .meta({ id: 'ProfileReplacement' })

/** Taking a profile out of use. */
export const profileUseRoutes: Door = async (app) => {
  const tags = ['profiles']
  const params = z.object({ id: z.string() })
  const config = { access: 'administrator' } as const
  app.get(
    '/profiles/:id/use',
    { schema: { tags, params, response: { 200: useAnswer, ...errorResponses } } },
    (request) => countProfileUse(request.ctx, request.params.id),
  )
  app.delete(
    '/profiles/:id',
    { config, schema: { tags, params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      await deleteProfile(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/profiles/:id/replace',
    {
      config,
      schema: {
        tags,
        params,
        body: z.object({ byProfileId: z.string() }).meta({ id: 'ProfileReplacing' }),
        response: { 200: replacementAnswer, ...errorResponses },
      },
    },
    (request) => replaceProfile(request.ctx, { profileId: request.params.id, ...request.body }),
  )
}
