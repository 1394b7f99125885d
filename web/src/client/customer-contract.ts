import type { components, paths } from '../generated/api.d.ts'

/** Short names for what the API says about customers; all of them come from its generated description. */

type Schemas = components['schemas']
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type CustomerFacts = Schemas['CustomerFacts']
export type CustomerField = keyof CustomerFacts
export type CustomerItem = Schemas['CustomerRow']
export type CustomerFlag = CustomerItem['flags'][number]
export type CustomerKind = CustomerItem['kind']
export type Customer = Schemas['Customer']
export type CustomerMerge = Customer['merges'][number]
export type CustomerSummary = Schemas['CustomerSummary']
export type CustomerListQuery = Query<'/api/v1/customers'>
export type CustomerSort = NonNullable<CustomerListQuery['sort']>
export type CustomerFilters = Query<'/api/v1/customers/summary'>
export type NewCustomer = Schemas['NewCustomerInput']
export type CustomerLink = NonNullable<NewCustomer['link']>
export type CustomerChanges = Schemas['CustomerChangesInput']
export type MergeRequest = Schemas['CustomerMergeChoiceInput']

/** The value of any field: only CC holds several. */
export type FieldValue = string | string[] | null

export type CustomerRefresh = Schemas['RefreshedCustomer']
export type CrmSearch = Schemas['CrmCustomers']
export type FoundCrmCustomer = Schemas['CrmCustomer']
export type CrmDraft = Schemas['CustomerDraft']

export type CustomerBulk = Schemas['CustomerBulkInput']
export type CustomerSelection = CustomerBulk['selection']
export type BulkAction = Omit<CustomerBulk, 'selection'>

/** What a merge can take from either of the two. */
export type MergeChoice = CustomerField | 'number' | 'profileId'
export type MergeSide = 'this' | 'other'
