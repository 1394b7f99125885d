import { z } from 'zod'
import type { ListedCustomer } from '../customer-lists/index.ts'
import {
  type Customer,
  type CustomerDetails,
  type CustomerFacts,
  customerFields,
  customerFlags,
  customerName,
  factsOf,
  findFlags,
  goneWords,
} from '../customers/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, moneyAnswer, wordsAnswer } from './answers.ts'

/** A row of the overview. `flags` name what somebody may want to look at; `open` is a sum a currency. */
export const customerRowAnswer = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(['company', 'person']),
    name: z.string(),
    email: z.string().nullable(),
    cc: z.array(z.string()),
    city: z.string().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    vatNumber: z.string().nullable(),
    profile: z.object({ id: z.string(), name: z.string() }).nullable(),
    isLinked: z.boolean(),
    goneCause: z.string().nullable(),
    open: z.array(moneyAnswer),
    flags: z.array(z.enum(customerFlags)),
  })
  .meta({ id: 'CustomerRow' })

const text = z.string().nullable()

/** The facts as they are kept. */
export const customerFactsAnswer = z
  .object({
    companyName: text,
    firstName: text,
    lastName: text,
    email: text,
    cc: z.array(z.string()),
    mobile: text,
    language: text,
    addressLine: text,
    postalCode: text,
    city: text,
    country: text,
    invoicingAddressee: text,
    invoicingAddressLine: text,
    invoicingPostalCode: text,
    invoicingCity: text,
    invoicingCountry: text,
    vatNumber: text,
    enterpriseNumber: text,
    peppolId: text,
  } satisfies Record<keyof CustomerFacts, z.ZodType>)
  .meta({ id: 'CustomerFacts' })

/** One customer with all that its page shows. */
export const customerAnswer = customerRowAnswer
  .extend({
    facts: customerFactsAnswer,
    crmFacts: customerFactsAnswer.nullable(),
    pinnedFields: z.array(z.enum(customerFields)),
    origin: z.enum(['hand', 'crm', 'invoice', 'file']),
    connectionId: z.string().nullable(),
    externalType: z.enum(['company', 'person']).nullable(),
    externalId: z.string().nullable(),
    webUrl: z.string().nullable(),
    detailsReadAt: instantAnswer.nullable(),
    anonymisedAt: instantAnswer.nullable(),
    createdAt: instantAnswer,
    updatedAt: instantAnswer,
    invoiceCount: z.int(),
    merges: z.array(
      z.object({
        id: z.string(),
        customerId: z.string(),
        number: z.string(),
        name: z.string(),
        mergedAt: instantAnswer,
        canUndo: z.boolean(),
      }),
    ),
    gone: wordsAnswer.nullable(),
  })
  .meta({ id: 'Customer' })

/** Whom an invoice is for. */
export const invoiceCustomerAnswer = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(['company', 'person']),
    name: z.string(),
    email: text,
    cc: z.array(z.string()),
    mobile: text,
    language: text,
    addressLine: text,
    postalCode: text,
    city: text,
    country: text,
    vatNumber: text,
    goneCause: text,
  })
  .meta({ id: 'InvoiceCustomer' })

export function answerInvoiceCustomer(customer: Customer) {
  return { ...customer, name: customerName(customer) }
}

type Profiled = Customer & Pick<ListedCustomer, 'profileName' | 'open'>

export function answerCustomerRow(customer: Profiled) {
  const { id, number, kind, email, cc, city, country, language, vatNumber, goneCause, open } = customer
  const { profileId, profileName } = customer
  return {
    id,
    number,
    kind,
    name: customerName(customer),
    email,
    cc,
    city,
    country,
    language,
    vatNumber,
    profile: profileId === null ? null : { id: profileId, name: profileName ?? '' },
    isLinked: customer.externalId !== null,
    goneCause,
    open,
    flags: customer.anonymisedAt ? [] : findFlags(customer),
  }
}

export function answerCustomer(customer: CustomerDetails, language: Language) {
  const { crmFacts } = customer
  return {
    ...answerCustomerRow(customer),
    facts: factsOf(customer),
    crmFacts: crmFacts && factsOf(crmFacts),
    pinnedFields: customer.pinnedFields,
    origin: customer.origin,
    connectionId: customer.connectionId,
    externalType: customer.externalType,
    externalId: customer.externalId,
    webUrl: customer.webUrl,
    detailsReadAt: customer.detailsReadAt?.toISOString() ?? null,
    anonymisedAt: customer.anonymisedAt?.toISOString() ?? null,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
    invoiceCount: customer.invoiceCount,
    merges: customer.merges.map((merge) => ({ ...merge, mergedAt: merge.mergedAt.toISOString() })),
    gone: goneWords(customer, language),
  }
}
