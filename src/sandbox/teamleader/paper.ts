import type { CreditNoteRecord, DepartmentRecord, InvoiceRecord } from './records.ts'

/** What is printed: an invoice or a credit note, with who sends it. */
export type Paper = {
  kind: 'invoice' | 'credit-note'
  number: string | null
  date: string | null
  dueOn: string | null
  reference: string | null
  sender: DepartmentRecord
  document: InvoiceRecord | CreditNoteRecord
  /** Nobody opens it without a password. */
  isLocked?: boolean
}
