import { z } from 'zod'
import type { CustomerFilter } from '../customer-lists/index.ts'
import { type CustomerFacts, customerFields } from '../customers/index.ts'
import { flagQuery, pageQuery } from './answers.ts'

/** A switch as JSON has it, or as a query has it, so that a filter can be sent on as it stands in an address. */
const switchInput = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => String(value) === 'true')

/** What a list of customers can be narrowed to. */
const filters = {
  kind: z.enum(['company', 'person']).optional(),
  profileId: z.string().max(100).optional().describe('`none`: those without a profile of their own'),
  language: z.string().max(100).optional(),
}

export const customerFilterQuery = z.object({
  q: z.string().max(200).optional(),
  ...filters,
  linked: flagQuery.optional(),
  gone: flagQuery.optional(),
  withoutEmail: flagQuery.optional(),
  hasOpen: flagQuery.optional(),
})

/** The same filter in a body. */
export const customerFilterInput = z.object({
  q: z.string().max(200).optional(),
  ...filters,
  linked: switchInput.optional(),
  gone: switchInput.optional(),
  withoutEmail: switchInput.optional(),
  hasOpen: switchInput.optional(),
})

export const customerListQuery = pageQuery.extend({
  ...customerFilterQuery.shape,
  sort: z.enum(['name', 'number', 'city', 'createdAt']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
})

type GivenFilter = z.infer<typeof customerFilterQuery> | z.infer<typeof customerFilterInput>

export function customerFilterOf(query: GivenFilter): CustomerFilter {
  const { q, kind, profileId, language, linked, gone, withoutEmail, hasOpen } = query
  return {
    search: q,
    kind,
    profileId,
    language,
    isLinked: linked,
    isGone: gone,
    isWithoutEmail: withoutEmail,
    hasOpen,
  }
}

const longestText = 500
const line = z.string().max(longestText, `At most ${longestText} characters`).nullable()
const addresses = z
  .array(z.string().max(2_000, 'At most 2000 characters'))
  .max(50, 'At most 50 addresses')
  .describe('Several addresses in one text are separated by comma or semicolon')

/** What is absent stays as it is; null or an empty text removes. */
export const customerFactsInput = z
  .object({
    companyName: line,
    firstName: line,
    lastName: line,
    email: line,
    cc: addresses,
    mobile: line,
    language: line,
    addressLine: line,
    postalCode: line,
    city: line,
    country: line,
    invoicingAddressee: line,
    invoicingAddressLine: line,
    invoicingPostalCode: line,
    invoicingCity: line,
    invoicingCountry: line,
    vatNumber: line,
    enterpriseNumber: line,
    peppolId: line,
  } satisfies Record<keyof CustomerFacts, z.ZodType>)
  .partial()
  .meta({ id: 'CustomerFactsGiven' })

const numberInput = z
  .string()
  .trim()
  .min(1, 'A number is needed')
  .max(50, 'At most 50 characters')
  .regex(/^\P{Cc}*$/u, 'No line breaks or control characters')

const settings = {
  number: numberInput.optional(),
  profileId: z.string().max(100).nullable().optional(),
  pin: z.array(z.enum(customerFields)).max(customerFields.length).optional(),
}

export const newCustomer = z
  .object({
    facts: customerFactsInput,
    ...settings,
    link: z
      .object({
        connectionId: z.string().max(100),
        externalType: z.enum(['company', 'person']),
        externalId: z.string().min(1).max(100),
      })
      .optional(),
  })
  .meta({ id: 'NewCustomer' })

export const customerChanges = z
  .object({ facts: customerFactsInput.optional(), ...settings })
  .meta({ id: 'CustomerChanges' })

export const idempotencyHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional(),
})
