import { z } from 'zod'
import { getCreditor, updateCreditor } from '../creditors/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { readIban } from '../values/index.ts'
import { nameInput } from './answers.ts'

/** An account number as people type it; kept without blanks. */
export const ibanInput = z
  .string()
  .max(60)
  .refine((text) => readIban(text) !== undefined, 'Not a valid IBAN')
  .transform((text) => readIban(text) ?? text)

const creditorFacts = z.object({
  name: nameInput,
  iban: ibanInput.nullable(),
  senderEmail: z.email().max(254).nullable(),
  language: z.enum(['en', 'nl', 'fr', 'de']),
  timeZone: z.string().refine(isTimeZone, 'Not a time zone, for example Europe/Brussels'),
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
    (request) => updateCreditor(request.ctx, request.body),
  )
}

function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC'
}
