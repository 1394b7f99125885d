import type { ImportCause } from '../imports/index.ts'
import type { Message, MessageCause } from '../invitations/index.ts'
import type { DocumentKind, InvoiceDocument } from '../invoice-documents/index.ts'
import type { Invoice } from '../invoices/index.ts'
import type { WriteBackTask } from '../payments/index.ts'

/** What can wait for a person, the most pressing first. */
export const taskKinds = [
  'connection',
  'mail',
  'message',
  'question',
  'payment',
  'document',
  'import',
  'profile',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** An invoice that a task is about, as far as it is known: a line of the import ledger may have none. */
export type TaskInvoice = {
  id: string | null
  number: string | null
  customerId: string | null
  customerName: string | null
  /** In cents; what is open, or what the CRM said of an invoice that did not come in. */
  amountCents: number | null
  currency: string | null
  webUrl: string | null
}

/** What waits: `subjectId` is of the connection, message, question, payment, invoice or line of the ledger. Instants are UTC. */
export type Task = {
  subjectId: string
  since: Date
  /** What the CRM or the mail server said, word for word. */
  detail: string | null
  invoice: TaskInvoice | null
} & (
  | { kind: 'connection'; accountName: string }
  | { kind: 'mail'; cause: MessageCause; count: number }
  | { kind: 'message'; state: Message['state']; cause: MessageCause }
  | { kind: 'question'; state: 'unknown' | 'refused' }
  | { kind: 'payment'; state: 'refused' | 'unknown'; cause: WriteBackTask['cause'] }
  | { kind: 'document'; document: DocumentKind; cause: NonNullable<InvoiceDocument['lastError']> | null }
  | { kind: 'import'; cause: ImportCause }
  | { kind: 'profile'; warning: NonNullable<Invoice['profileWarning']> }
)
