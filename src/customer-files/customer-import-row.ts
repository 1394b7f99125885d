import type { CustomerFacts, CustomerField } from '../customers/index.ts'
import type { KeptCause } from '../imported-customers/index.ts'
import type { RowOutcome } from './customer-import.ts'
import type { NoteCode, RowRefusal } from './row-refusal.ts'

/** What an import may change of a customer besides its facts. */
export type RowField = CustomerField | 'number' | 'profileId' | 'link'

/** One row of a file, with what became or would become of it. */
export type CustomerImportRow = {
  /** Its number among the rows, from 1; `line` is where a person finds it in the file. */
  record: number
  line: number
  outcome: RowOutcome
  name: string
  customerId: string | null
  changes: RowChange[]
  refusal: RowRefusal | null
  notes: NoteCode[]
  /** What an undo did with it, and why it was kept. */
  undone: 'deleted' | 'restored' | 'kept' | null
  undoneCause: KeptCause | null
}

export type RowChange = { field: RowField; before: RowValue; after: RowValue }
export type RowValue = CustomerFacts[CustomerField]
