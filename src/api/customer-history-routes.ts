import { z } from 'zod'
import { stopKinds } from '../collection-stops/index.ts'
import { type CustomerEvent, customerEventKinds, listCustomerHistory } from '../customer-histories/index.ts'
import { InvalidInputError } from '../errors.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { messageStates, messageWords } from '../invitations/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, languageOf, moneyAnswer, pageOf, pageQuery, wordsAnswer } from './answers.ts'

const messageAnswer = z.object({
  kind: z.enum(['invitation', 'reminder']),
  level: z.int(),
  state: z.enum(messageStates),
  stateWords: wordsAnswer,
  detail: z.string().nullable().describe('The words of the mail server or of Teamleader'),
  recipients: z.object({ to: z.string().nullable(), cc: z.array(z.string()) }),
  refused: z.array(z.object({ address: z.string(), answer: z.string() })),
  origin: z.enum(['booking', 'due_date', 'hand']),
  subject: z.string().nullable(),
  profile: z
    .object({ name: z.string().nullable(), version: z.int() })
    .nullable()
    .describe('By which it was written; null while it has not left'),
})

const paymentAnswer = z.object({
  amount: moneyAnswer,
  origin: z.enum(['hand', 'crm']),
  paidOn: z.iso.date().nullable(),
  method: z.string().nullable(),
  recordedByName: z.string().nullable(),
  revokedCause: z.enum(['by_hand', 'removed_in_crm']).nullable(),
})

const stopAnswer = z.object({
  kind: z.enum(stopKinds),
  reason: z.string().nullable(),
  promisedFor: z.iso.date().nullable(),
  setBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
})

const eventAnswer = z
  .object({
    id: z.string(),
    at: instantAnswer,
    kind: z.enum(customerEventKinds),
    invoice: z.object({ id: z.string(), number: z.string().nullable() }),
    message: messageAnswer.nullable(),
    payment: paymentAnswer.nullable(),
    stop: stopAnswer.nullable(),
  })
  .meta({ id: 'CustomerEvent' })

/** What was sent to a customer and what came back, over all its invoices. */
export const customerHistoryRoutes: Door = async (app) => {
  app.get(
    '/customers/:id/history',
    {
      schema: {
        tags: ['customers'],
        params: z.object({ id: z.string() }),
        querystring: pageQuery.extend({ kind: z.enum(customerEventKinds).optional() }),
        response: { 200: pageOf(eventAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, kind, limit } = request.query
      const events = await listCustomerHistory(request.ctx, {
        customerId: request.params.id,
        kind,
        after: cursor === undefined ? undefined : readCursor(cursor),
        limit,
      })
      const last = events.length < limit ? undefined : events.at(-1)
      return {
        items: events.map((event) => answerEvent(event, languageOf(request))),
        nextCursor: last ? `${last.at.toISOString()}|${last.id}` : null,
      }
    },
  )
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [instant = '', id = ''] = cursor.split('|')
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) throw new InvalidInputError('This is no cursor of this list')
  return { at, id }
}

function answerEvent(event: CustomerEvent, language: Language) {
  const { id, at, kind, invoiceId, number } = event
  return {
    id,
    at: at.toISOString(),
    kind,
    invoice: { id: invoiceId, number },
    message: kind === 'message' ? answerMessage(event.facts, language) : null,
    payment: kind === 'payment' ? answerPayment(event.facts) : null,
    stop: kind === 'stop' ? answerStop(event.facts) : null,
  }
}

function answerMessage(facts: Extract<CustomerEvent, { kind: 'message' }>['facts'], language: Language) {
  const { messageKind, sentTo, sentCc, profileName, profileVersion, cause: _, ...rest } = facts
  return {
    ...rest,
    kind: messageKind,
    stateWords: messageWords(facts, language),
    recipients: { to: sentTo, cc: sentCc },
    profile: profileVersion === null ? null : { name: profileName, version: profileVersion },
  }
}

function answerPayment(facts: Extract<CustomerEvent, { kind: 'payment' }>['facts']) {
  const { amountCents, currency, ...rest } = facts
  return { ...rest, amount: { amountCents, currency } }
}

function answerStop({ stopKind, ...rest }: Extract<CustomerEvent, { kind: 'stop' }>['facts']) {
  return { ...rest, kind: stopKind }
}
