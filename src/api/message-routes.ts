import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import {
  canInvite,
  canRemind,
  getSending,
  goLive,
  inviteByHand,
  listMessages,
  nextReminder,
  type Sending,
  settleUnknown,
  stopSending,
} from '../invitations/index.ts'
import { listDocuments } from '../invoice-documents/index.ts'
import { getInvoice } from '../invoices/index.ts'
import { type MessagePreview, previewInvitation, previewMessage } from '../message-delivery/index.ts'
import { type instantAnswer, languageOf } from './answers.ts'
import {
  answerCanInvite,
  answerCanRemind,
  answerMessage,
  answerNext,
  answerReminder,
  canInviteAnswer,
  canRemindAnswer,
  emailInput,
  messageAnswer,
  nextAnswer,
  nextReminderAnswer,
  previewAnswer,
  sendingAnswer,
} from './message-answers.ts'

const params = z.object({ id: z.string() })
const invitationInput = z
  .object({
    withoutDocument: z.literal(true).optional(),
    to: emailInput.optional().describe('Instead of the address of the customer, for this message alone'),
    cc: z.array(emailInput).max(20).optional().describe('Instead of the CC of the customer'),
  })
  .meta({ id: 'InvitationByHand' })

/** Messages to customers: what is planned, and what left. */
export const messageRoutes: Door = async (app) => {
  const tags = ['messages']
  const messagesAnswer = z
    .object({
      items: z.array(messageAnswer),
      next: nextAnswer.nullable(),
      canInvite: canInviteAnswer,
      canRemind: canRemindAnswer,
      reminder: nextReminderAnswer,
    })
    .meta({ id: 'InvoiceMessages' })

  app.get(
    '/invoices/:id/messages',
    { schema: { tags, params, response: { 200: messagesAnswer, ...errorResponses } } },
    async (request) => {
      const invoiceId = request.params.id
      await getInvoice(request.ctx, invoiceId)
      const said = await saidOf(request, invoiceId)
      const items = (await listMessages(request.ctx, invoiceId)).map((message) =>
        answerMessage(message, said),
      )
      return {
        items,
        next: answerNext(items),
        reminder: answerReminder(await nextReminder(request.ctx, invoiceId), said.language),
        canInvite: answerCanInvite(await canInvite(request.ctx, invoiceId), said.language),
        canRemind: answerCanRemind(await canRemind(request.ctx, invoiceId), said.language),
      }
    },
  )
}

/** Inviting by hand, and what a message says. */
export const invitationRoutes: Door = async (app) => {
  const tags = ['messages']

  app.post(
    '/invoices/:id/invitation',
    {
      schema: { tags, params, body: invitationInput, response: { 202: messageAnswer, ...errorResponses } },
    },
    async (request, reply) => {
      const invoiceId = request.params.id
      const message = await inviteByHand(request.ctx, { invoiceId, ...request.body })
      return reply.code(202).send(answerMessage(message, await saidOf(request, invoiceId)))
    },
  )

  app.get(
    '/invoices/:id/invitation/preview',
    { schema: { tags, params, response: { 200: previewAnswer, ...errorResponses } } },
    async (request) => {
      const invoiceId = request.params.id
      const message = (await listMessages(request.ctx, invoiceId)).find(
        ({ kind, copyOf }) => kind === 'invitation' && copyOf === null,
      )
      const asked = { invoiceId, askedTo: null, askedCc: null, withoutDocument: false }
      return message ? previewMessage(request.ctx, message.id) : previewInvitation(request.ctx, asked)
    },
  )

  app.get(
    '/messages/:id/preview',
    { schema: { tags, params, response: { 200: previewAnswer, ...errorResponses } } },
    (request): Promise<MessagePreview> => previewMessage(request.ctx, request.params.id),
  )

  app.post(
    '/messages/:id/settle',
    {
      schema: {
        tags,
        params,
        body: z.object({ as: z.enum(['arrived', 'send_again']) }).meta({ id: 'MessageSettlement' }),
        response: { 200: messageAnswer, ...errorResponses },
      },
    },
    async (request) => {
      const message = await settleUnknown(request.ctx, { messageId: request.params.id, ...request.body })
      return answerMessage(message, await saidOf(request, message.invoiceId))
    },
  )
}

/** Whether a connection sends by itself (promise C5). */
export const sendingRoutes: Door = async (app) => {
  const tags = ['messages']
  const response = { 200: sendingAnswer, ...errorResponses }

  app.get('/connections/:id/sending', { schema: { tags, params, response } }, async (request) =>
    answerSending(await getSending(request.ctx, { connectionId: request.params.id })),
  )
  app.post(
    '/connections/:id/go-live',
    {
      config: { access: 'administrator' },
      schema: {
        tags,
        params,
        body: z
          .object({
            held: z
              .enum(['send', 'drop'])
              .default('drop')
              .describe('What becomes of the invitations that were held back until now'),
          })
          .meta({ id: 'GoLive' }),
        response,
      },
    },
    async (request) =>
      answerSending(await goLive(request.ctx, { connectionId: request.params.id, ...request.body })),
  )
  app.post(
    '/connections/:id/stop-sending',
    { config: { access: 'administrator' }, schema: { tags, params, response } },
    async (request) => answerSending(await stopSending(request.ctx, { connectionId: request.params.id })),
  )
}

function answerSending({ liveSince, ...sending }: Sending) {
  return { ...sending, liveSince: liveSince?.toISOString() ?? null } satisfies {
    liveSince: z.infer<typeof instantAnswer> | null
  }
}

/** What the words need: the language, and when the PDF that a message may wait for is tried next. */
export async function saidOf(request: FastifyRequest, invoiceId: string) {
  const pdf = (await listDocuments(request.ctx, invoiceId)).find(({ kind }) => kind === 'pdf')
  return { language: languageOf(request), documentTryAt: pdf?.nextTryAt ?? null }
}
