import type { CrmCustomerRef } from '../crm/index.ts'

/**
 * What is known about a customer, field by field as the CRM shows it (promise A3). Everything may be absent; nothing is
 * computed or merged. `language` and `country` are two-letter codes where they are known, else the text as it came.
 */
export type CustomerFacts = {
  companyName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  /** Further addresses of every message (promise A5); a company's invoicing e-mails come in here. */
  cc: string[]
  mobile: string | null
  language: string | null
  addressLine: string | null
  postalCode: string | null
  city: string | null
  country: string | null
  invoicingAddressee: string | null
  invoicingAddressLine: string | null
  invoicingPostalCode: string | null
  invoicingCity: string | null
  invoicingCountry: string | null
  vatNumber: string | null
  enterpriseNumber: string | null
  peppolId: string | null
}

/** The name of a field that the CRM can fill, and that a person can pin (promise A16). */
export type CustomerField = keyof CustomerFacts

/** All of them, in the order in which people read them. */
export const customerFields = [
  'companyName',
  'firstName',
  'lastName',
  'email',
  'cc',
  'mobile',
  'language',
  'addressLine',
  'postalCode',
  'city',
  'country',
  'invoicingAddressee',
  'invoicingAddressLine',
  'invoicingPostalCode',
  'invoicingCity',
  'invoicingCountry',
  'vatNumber',
  'enterpriseNumber',
  'peppolId',
] as const satisfies readonly CustomerField[]

/** What became of the CRM's record: it rests, it is not there any more, it became part of another one. */
export type GoneCause = 'deactivated' | 'not_found_in_crm' | 'merged_in_crm'

/** How a customer came into being (promise A1): by hand, picked from the CRM, with an invoice, from a file. */
export type CustomerOrigin = 'hand' | 'crm' | 'invoice' | 'file'

/**
 * Who owes: a company or a person (a person when there is no company name, promise A4). Linked to a CRM record by
 * connection + external id, never by number.
 */
export type Customer = CustomerFacts & {
  id: string
  number: string
  kind: 'company' | 'person'
  profileId: string | null
  connectionId: string | null
  externalType: 'company' | 'person' | null
  externalId: string | null
  /** Why the CRM's record no longer leads (promise A17). */
  goneCause: GoneCause | null
  /** The record that it was merged into in the CRM, where that is known. */
  goneTo: (CrmCustomerRef & { name: string }) | null
  origin: CustomerOrigin
  /** Fields that a refresh leaves alone. */
  pinnedFields: CustomerField[]
  /** The facts as the CRM had them when they were read last; null without a CRM. */
  crmFacts: CustomerFacts | null
  /** The record's own page in the CRM. */
  webUrl: string | null
  /** When the CRM's own record was read last (UTC instant): its lists lack the invoicing address. */
  detailsReadAt: Date | null
  /** The customer that this one was merged into. */
  mergedInto: string | null
  anonymisedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

type Named = Pick<Customer, 'companyName' | 'firstName' | 'lastName'>

/** The name to show: the company's, else first and last name; empty when the CRM has none. */
export function customerName(customer: Named): string {
  if (customer.companyName) return customer.companyName
  return [customer.firstName, customer.lastName].filter(Boolean).join(' ')
}

/** Company or person: the company name decides (promise A4). */
export function kindOf(facts: Pick<CustomerFacts, 'companyName'>): Customer['kind'] {
  return facts.companyName ? 'company' : 'person'
}

/** The facts alone. */
export function factsOf(customer: CustomerFacts): CustomerFacts {
  const facts = customerFields.map((field) => [field, customer[field]])
  return Object.fromEntries(facts) as CustomerFacts
}

/** The columns of a customer that leave the room. */
export const customerColumns = [
  'id',
  'number',
  'kind',
  ...customerFields,
  'profileId',
  'connectionId',
  'externalType',
  'externalId',
  'goneCause',
  'goneTo',
  'webUrl',
  'origin',
  'pinnedFields',
  'crmFacts',
  'detailsReadAt',
  'mergedInto',
  'anonymisedAt',
  'createdAt',
  'updatedAt',
] as const
