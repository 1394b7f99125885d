import { z } from 'zod'
import { endStop, listStops, type Stop, setStop, stopKinds } from '../collection-stops/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { getInvoice } from '../invoices/index.ts'
import { calendarDayInput, instantAnswer } from './answers.ts'

const params = z.object({ id: z.string() })
const reason = z.string().trim().max(500).nullish().describe('Why, for colleagues')
const reasonInput = z.object({ reason }).meta({ id: 'StopReason' })
const promiseInput = z
  .object({
    promisedFor: calendarDayInput.describe('The day by which the customer pays'),
    promisedCents: z.int().positive().nullish().describe('A part of what is open; left out: all of it'),
    reason,
  })
  .meta({ id: 'PromiseToPay' })

const stopAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(stopKinds),
    reason: z.string().nullable(),
    promisedFor: z.iso.date().nullable(),
    promisedCents: z.int().nullable().describe('The part that is promised; null: all that is open'),
    setBy: z.string().nullable(),
    setAt: instantAnswer,
    endedBy: z.string().nullable(),
    endedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'CollectionStop' })

/** Hold, dispute and promise to pay: what keeps messages from an invoice (promise C10). */
export const collectionStopRoutes: Door = async (app) => {
  const tags = ['messages']
  const schemaOf = <T extends z.ZodType>(body: T) => ({
    tags,
    params,
    body,
    response: { 200: stopAnswer, ...errorResponses },
  })
  const response = { 204: z.null(), ...errorResponses }

  app.get(
    '/invoices/:id/stops',
    {
      schema: {
        tags,
        params,
        response: { 200: z.object({ items: z.array(stopAnswer) }), ...errorResponses },
      },
    },
    async (request) => {
      await getInvoice(request.ctx, request.params.id)
      return { items: (await listStops(request.ctx, request.params.id)).map(answerStop) }
    },
  )

  app.post('/invoices/:id/hold', { schema: schemaOf(reasonInput) }, async (request) =>
    answerStop(await setStop(request.ctx, { invoiceId: request.params.id, kind: 'hold', ...request.body })),
  )
  app.post('/invoices/:id/dispute', { schema: schemaOf(reasonInput) }, async (request) =>
    answerStop(
      await setStop(request.ctx, { invoiceId: request.params.id, kind: 'dispute', ...request.body }),
    ),
  )
  app.post('/invoices/:id/promise', { schema: schemaOf(promiseInput) }, async (request) =>
    answerStop(
      await setStop(request.ctx, { invoiceId: request.params.id, kind: 'promise', ...request.body }),
    ),
  )
  for (const kind of stopKinds) {
    app.delete(`/invoices/:id/${kind}`, { schema: { tags, params, response } }, async (request, reply) => {
      await endStop(request.ctx, { invoiceId: request.params.id, kind })
      return reply.code(204).send(null)
    })
  }
}

function answerStop({ invoiceId: _, setAt, endedAt, ...stop }: Stop) {
  return { ...stop, setAt: setAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}
