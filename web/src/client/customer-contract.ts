import type { Money } from './contract.ts'

/** What the API says about customers. */

export type CustomerFacts = {
  companyName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
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
export type CustomerField = keyof CustomerFacts
export type CustomerFlag =
  | 'unknown_language'
  | 'unknown_country'
  | 'invalid_email'
  | 'invalid_cc'
  | 'invalid_vat_number'
  | 'invalid_mobile'
  | 'no_email'
  | 'no_name'

export type CustomerKind = 'company' | 'person'

export type CustomerItem = {
  id: string
  number: string
  kind: CustomerKind
  name: string
  email: string | null
  cc: string[]
  city: string | null
  country: string | null
  language: string | null
  vatNumber: string | null
  profile: { id: string; name: string } | null
  isLinked: boolean
  goneCause: string | null
  open: Money[]
  flags: CustomerFlag[]
}

export type CustomerMerge = {
  id: string
  customerId: string
  number: string
  name: string
  mergedAt: string
  canUndo: boolean
}

export type Customer = CustomerItem & {
  facts: CustomerFacts
  crmFacts: CustomerFacts | null
  pinnedFields: CustomerField[]
  origin: 'hand' | 'crm' | 'invoice' | 'file'
  connectionId: string | null
  externalType: CustomerKind | null
  externalId: string | null
  webUrl: string | null
  detailsReadAt: string | null
  anonymisedAt: string | null
  createdAt: string
  updatedAt: string
  invoiceCount: number
  merges: CustomerMerge[]
  gone: { code: string; title: string; explanation: string } | null
}

export type CustomerSort = 'name' | 'number' | 'city' | 'createdAt'

export type CustomerFilters = {
  q?: string
  kind?: CustomerKind
  linked?: 'true' | 'false'
  gone?: 'true'
  withoutEmail?: 'true'
  profileId?: string
  language?: string
  hasOpen?: 'true'
}

export type CustomerSummary = {
  counts: { all: number; company: number; person: number; withoutEmail: number; withOpen: number }
}

export type CustomerLink = { connectionId: string; externalType: CustomerKind; externalId: string }

export type NewCustomer = {
  facts: CustomerFacts
  number?: string
  profileId?: string
  link?: CustomerLink
  pin?: CustomerField[]
}

export type CustomerChanges = {
  facts?: Partial<CustomerFacts>
  number?: string
  profileId?: string | null
  pin?: CustomerField[]
}

export type FieldValue = string | string[] | null

export type CustomerRefresh = {
  changes: { field: CustomerField; before: FieldValue; after: FieldValue }[]
  kept: { field: CustomerField; value: FieldValue; crmValue: FieldValue }[]
  customer: Customer
}

export type CustomerSelection = { ids: string[] } | { filter: CustomerFilters }
export type BulkAction =
  | { action: 'setProfile'; profileId: string | null }
  | { action: 'setLanguage'; language: string | null }
  | { action: 'refresh' }
  | { action: 'export' }
export type BulkAnswer = { changed: number } | { run: { id: string } }

/** What a merge can take from either of the two. */
export type MergeChoice = CustomerField | 'number' | 'profileId'
export type MergeSide = 'this' | 'other'

export type FoundCrmCustomer = CustomerLink & {
  name: string
  kind: CustomerKind
  city: string | null
  email: string | null
  vatNumber: string | null
  isActive: boolean
  customerId: string | null
}
export type CrmSearch = {
  items: FoundCrmCustomer[]
  problem: { code: string; title: string; explanation: string } | null
}
export type CrmDraft = {
  facts: CustomerFacts
  isActive: boolean
  customerId: string | null
  flags: CustomerFlag[]
  webUrl: string | null
}
