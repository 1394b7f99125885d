import { z } from 'zod'
import { InvalidInputError } from '../errors.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { type MessageCalendar, messageCalendar, messageWords, plannedWords } from '../invitations/index.ts'
import { putOffWords } from '../send-times/index.ts'
import type { Language } from '../texts/index.ts'
import { calendarDayInput, instantAnswer, languageOf, moneyAnswer, wordsAnswer } from './answers.ts'

const daysAtMost = 92

const invoiceAnswer = z.object({
  id: z.string(),
  number: z.string().nullable(),
  customerId: z.string(),
  customerName: z.string(),
  dueDate: z.iso.date().nullable(),
  open: moneyAnswer,
  recipients: z.object({ to: z.string().nullable(), cc: z.array(z.string()) }),
})

const calendarAnswer = z
  .object({
    items: z
      .array(
        z.object({
          day: z.iso.date(),
          at: instantAnswer.describe('When it leaves at the earliest'),
          kind: z.enum(['invitation', 'reminder']),
          level: z.int(),
          why: wordsAnswer,
          invoice: invoiceAnswer,
        }),
      )
      .describe('What goes out if nothing changes until then, by time'),
    kept: z
      .array(z.object({ why: wordsAnswer, invoice: invoiceAnswer }))
      .describe('Open invoices for which nothing (more) goes out, and why not'),
    isCapped: z.boolean().describe('There are more open invoices than were looked at'),
  })
  .meta({ id: 'MessageCalendar' })

/** What goes out on which day. */
export const messageCalendarRoutes: Door = async (app) => {
  const query = z.object({ from: calendarDayInput, to: calendarDayInput })
  app.get(
    '/message-calendar',
    {
      schema: {
        tags: ['messages'],
        querystring: query,
        response: { 200: calendarAnswer, ...errorResponses },
      },
    },
    async (request) => {
      const { from, to } = request.query
      const days = Temporal.PlainDate.from(from).until(to).days
      if (days < 0 || days > daysAtMost)
        throw new InvalidInputError(`Give a period of at most ${daysAtMost} days`, [
          { path: 'to', message: `At most ${daysAtMost} days after the first, and not before it` },
        ])
      const language = languageOf(request)
      const { entries, kept, isCapped } = await messageCalendar(request.ctx, { from, to })
      return {
        items: entries.map(({ invoice, at, offsetDays, putOff, ...entry }) => ({
          ...entry,
          at: at.toISOString(),
          why: withPutOff(plannedWords({ ...entry, offsetDays }, language), putOff, language),
          invoice: answerInvoice(invoice),
        })),
        kept: kept.map(({ cause, invoice }) => ({
          why: messageWords({ state: 'held', cause }, language),
          invoice: answerInvoice(invoice),
        })),
        isCapped,
      }
    },
  )
}

/** Says along why it leaves on that day and not on the one that its level stands for. */
function withPutOff<T extends { explanation: string }>(
  words: T,
  putOff: MessageCalendar['entries'][number]['putOff'],
  language: Language,
): T {
  return putOff ? { ...words, explanation: `${words.explanation} ${putOffWords(putOff, language)}` } : words
}

function answerInvoice({
  openCents,
  currency,
  isUndeliverable: _,
  ...invoice
}: MessageCalendar['kept'][number]['invoice']) {
  return { ...invoice, open: { amountCents: openCents, currency } }
}
