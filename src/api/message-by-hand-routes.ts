import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { remindByHand, sendAgain } from '../invitations/index.ts'
import { previewAgain, previewReminder } from '../message-delivery/index.ts'
import { answerMessage, emailInput, messageAnswer, previewAnswer } from './message-answers.ts'
import { saidOf } from './message-routes.ts'

const params = z.object({ id: z.string() })
const cc = z.array(emailInput).max(20).optional()
const level = z.int().min(1).max(4)
const againInput = z
  .object({
    to: emailInput.describe('Somebody who has not got it'),
    cc: cc.describe('Others who have not got it'),
  })
  .meta({ id: 'MessageAgain' })
const reminderInput = z
  .object({
    level: level.describe('As canRemind says: when it is another one by now, nothing is sent'),
    to: emailInput.optional().describe('Instead of the address of the customer, for this message alone'),
    cc: cc.describe('Instead of the CC of the customer'),
  })
  .meta({ id: 'ReminderByHand' })

/** Reminding by hand, and sending what was sent to somebody else as well. */
export const messageByHandRoutes: Door = async (app) => {
  const tags = ['messages']
  const response = { 202: messageAnswer, ...errorResponses }
  const previewResponse = { 200: previewAnswer, ...errorResponses }

  app.post(
    '/messages/:id/again',
    { schema: { tags, params, body: againInput, response } },
    async (request, reply) => {
      const message = await sendAgain(request.ctx, { messageId: request.params.id, ...request.body })
      return reply.code(202).send(answerMessage(message, await saidOf(request, message.invoiceId)))
    },
  )

  app.get('/messages/:id/again/preview', { schema: { tags, params, response: previewResponse } }, (request) =>
    previewAgain(request.ctx, request.params.id),
  )

  app.post(
    '/invoices/:id/reminder',
    { schema: { tags, params, body: reminderInput, response } },
    async (request, reply) => {
      const invoiceId = request.params.id
      const message = await remindByHand(request.ctx, { invoiceId, ...request.body })
      return reply.code(202).send(answerMessage(message, await saidOf(request, invoiceId)))
    },
  )

  app.get(
    '/invoices/:id/reminder/preview',
    {
      schema: {
        tags,
        params,
        querystring: z.object({ level: z.coerce.number().pipe(level).default(1) }),
        response: previewResponse,
      },
    },
    (request) => previewReminder(request.ctx, { invoiceId: request.params.id, level: request.query.level }),
  )
}
