import { z } from 'zod'
import { estimateCrmExport, startCrmExport } from '../customer-files/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const exportInput = z
  .object({
    connectionId: z.string().max(100),
    details: z
      .enum(['whole', 'lists'])
      .default('whole')
      .describe('lists: a hundred customers a call, without invoicing addresses and VAT numbers of persons'),
  })
  .meta({ id: 'CustomerExport' })

const cost = z.object({ calls: z.int(), seconds: z.int() })
const estimateAnswer = z
  .object({ customers: z.int(), isExact: z.boolean(), lists: cost, whole: cost })
  .meta({ id: 'CustomerExportEstimate' })

/** Exporting every customer of a CRM account to a shared file (promise A12). */
export const customerExportRoutes: Door = async (app) => {
  const tags = ['customers']

  app.post(
    '/customer-exports',
    { schema: { tags, body: exportInput, response: { 202: longRunAnswer, ...errorResponses } } },
    async (request, reply) => {
      const run = await startCrmExport(request.ctx, request.body)
      return reply.code(202).send(answerLongRun(run, request.ctx.now()))
    },
  )

  app.get(
    '/customer-exports/estimate',
    {
      schema: {
        tags,
        querystring: z.object({ connectionId: z.string().max(100) }),
        response: { 200: estimateAnswer, ...errorResponses },
      },
    },
    (request) => estimateCrmExport(request.ctx, request.query),
  )
}
