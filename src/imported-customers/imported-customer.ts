import type { CrmCustomerRef } from '../crm/index.ts'
import type { Customer, CustomerFacts } from '../customers/index.ts'

/** What a row of a file wants a customer to be. Facts that are absent are left alone. */
export type CustomerToImport = {
  /** Where a person finds the row; comes back with what became of it. */
  line: number
  facts: Partial<CustomerFacts>
  number: string | null
  profileId: string | null
  link: RecordLink | null
  isDeactivated: boolean
}

/** The record in a CRM that a row stands for. */
export type RecordLink = CrmCustomerRef & { connectionId: string }

/** `create` adds only, `update` changes only those that exist. */
export type ImportCustomersMode = 'create' | 'update' | 'both'

/** Why a row does not become a customer. `numbers` are those of the customers that it is about. */
export type ImportRefusal =
  | { code: 'no_name' | 'unknown_customer' }
  | { code: 'duplicate_in_file'; line: number }
  | { code: 'number_taken'; value: string }
  | { code: 'ambiguous' | 'linked_elsewhere' | 'anonymised'; numbers: string[] }

/** What an import may change of a customer. */
export type ImportedState = CustomerFacts &
  Pick<Customer, 'number' | 'profileId' | 'connectionId' | 'externalType' | 'externalId'>

export type ImportedChange = { before: Partial<ImportedState>; after: Partial<ImportedState> }

/** What became of a row, or would become of it. */
export type ImportedCustomer = { line: number; name: string } & (
  | { outcome: 'create'; customerId: string | null }
  | { outcome: 'update'; customerId: string; change: ImportedChange }
  | { outcome: 'unchanged'; customerId: string; isLeftAlone: boolean }
  | { outcome: 'refuse'; customerId: string | null; refusal: ImportRefusal }
)
