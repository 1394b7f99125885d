import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Language, languageFrom } from '../texts/index.ts'
import { isCalendarDay } from '../values/index.ts'

/** Money on the wire: an integer in the smallest unit of its currency. */
export const moneyAnswer = z
  .object({
    amountCents: z.int().describe('In the smallest unit of the currency: 12150 EUR is 121.50'),
    currency: z.string(),
  })
  .meta({ id: 'Money' })

/** An instant on the wire: ISO 8601, UTC. */
export const instantAnswer = z.iso.datetime()

/** Words for a person, in the language of the request's `Accept-Language`. */
export const wordsAnswer = z
  .object({ code: z.string(), title: z.string(), explanation: z.string() })
  .meta({ id: 'Words' })

/** A name that people type; it may end in a mail header, so it holds no line breaks or control characters. */
export const nameInput = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'No line breaks or control characters')

/** A day of the calendar, from the year 1 on: the database knows no year 0. */
export const calendarDayInput = z
  .string()
  .refine(
    (text) => isCalendarDay(text) && !text.startsWith('0000'),
    'Give a day of the calendar as YYYY-MM-DD',
  )

/** A page of a list: `nextCursor` asks for the page after it; null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** `true` and `false` in a query string. */
export const flagQuery = z.enum(['true', 'false']).transform((text) => text === 'true')

/** The page after a list whose ids sort by time: the id of its last row, while there may be more. */
export function cursorOf(items: readonly { id: string }[], limit: number): string | null {
  return items.length < limit ? null : (items.at(-1)?.id ?? null)
}

/** The language that the request asks for. */
export function languageOf(request: FastifyRequest): Language {
  return languageFrom(request.headers['accept-language'])
}
