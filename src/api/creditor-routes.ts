import { z } from 'zod'
import { getCreditor } from '../creditors/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { changeBusiness } from '../profiles/index.ts'
import { calendarDayInput, nameInput } from './answers.ts'
import { ibanInput } from './iban-input.ts'

const longestClosedDays = 366

const closedPeriod = z
  .object({ from: calendarDayInput, until: calendarDayInput, note: z.string().trim().max(100) })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'The last day comes after the first',
  })
  .refine(({ from, until }) => Temporal.PlainDate.from(from).until(until).days < longestClosedDays, {
    path: ['until'],
    error: 'A year at most',
  })

const creditorFacts = z.object({
  name: nameInput,
  iban: ibanInput.nullable(),
  senderEmail: z.email().max(254).nullable(),
  language: z.enum(['en', 'nl', 'fr', 'de']),
  timeZone: z.string().refine(isTimeZone, 'Not a time zone, for example Europe/Brussels'),
  closedPeriods: z
    .array(closedPeriod)
    .max(100)
    .describe('Days, both included, on which the business is closed: no reminder leaves'),
})

/** The business that is owed. */
export const creditorAnswer = z
  .object({ id: z.string(), ...creditorFacts.shape, iban: z.string().nullable(), timeZone: z.string() })
  .meta({ id: 'Creditor' })

/** The facts of the business. */
export const creditorRoutes: Door = async (app) => {
  const tags = ['creditor']
  const response = { 200: creditorAnswer, ...errorResponses }
  app.get('/creditor', { schema: { tags, response } }, (request) => getCreditor(request.ctx))
  app.patch(
    '/creditor',
    {
      config: { access: 'administrator' },
      schema: { tags, body: creditorFacts.partial().meta({ id: 'CreditorChanges' }), response },
    },
    (request) => changeBusiness(request.ctx, request.body),
  )
}

function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC'
}
