import type { CustomerFacts, CustomerField, FieldValue } from '../../client/customer-contract.ts'

/** The facts as people type them: nothing is an empty text. */
export type CustomerForm = Record<Exclude<CustomerField, 'cc'>, string> & {
  cc: string[]
  number: string
  profileId: string
}

/** Which facts stand together, in the order in which people read them. */
export const customerGroups = {
  who: ['companyName', 'firstName', 'lastName'],
  reach: ['email', 'cc', 'mobile', 'language'],
  address: ['addressLine', 'postalCode', 'city', 'country'],
  invoicing: [
    'invoicingAddressee',
    'invoicingAddressLine',
    'invoicingPostalCode',
    'invoicingCity',
    'invoicingCountry',
  ],
  numbers: ['vatNumber', 'enterpriseNumber', 'peppolId'],
} as const satisfies Record<string, readonly CustomerField[]>

export type CustomerGroup = keyof typeof customerGroups

export const customerGroupNames = Object.keys(customerGroups) as CustomerGroup[]
export const customerFields: CustomerField[] = Object.values(customerGroups).flat()

export const emptyFacts: CustomerFacts = {
  ...(Object.fromEntries(customerFields.map((field) => [field, null])) as Omit<CustomerFacts, 'cc'>),
  cc: [],
}

type Owned = { number: string; profileId: string | null }

export function formOf(facts: CustomerFacts, { number, profileId }: Owned): CustomerForm {
  const typed = Object.fromEntries(customerFields.map((field) => [field, facts[field] ?? '']))
  return { ...(typed as Omit<CustomerForm, 'number' | 'profileId'>), number, profileId: profileId ?? '' }
}

export function factsOf(form: CustomerForm): CustomerFacts {
  return Object.fromEntries(customerFields.map((field) => [field, factOf(form[field])])) as CustomerFacts
}

function factOf(typed: string | string[]): FieldValue {
  return Array.isArray(typed) ? typed : typed.trim() || null
}

/** The fields in which the two differ; what is empty in both is the same. */
export function differingFields(one: CustomerFacts, other: CustomerFacts): CustomerField[] {
  return customerFields.filter((field) => !isSameValue(one[field], other[field]))
}

export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  return comparable(one) === comparable(other)
}

function comparable(value: FieldValue): string {
  return Array.isArray(value) ? value.join('\n') : (value ?? '')
}

export function isEmptyValue(value: FieldValue): boolean {
  return comparable(value) === ''
}
