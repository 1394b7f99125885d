import type { InvoiceSelection } from '../invoice-lists/index.ts'
import type { Language } from '../texts/index.ts'
import type { CalendarDay } from '../values/index.ts'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What was asked for, as the run keeps it. */
export type InvoiceExport = {
  selection: InvoiceSelection
  format: ExportFormat
  delimiter: ',' | ';'
  /** Headers and states are in these words. */
  language: Language
  /** The creditor's day when it was asked for: it decides what is overdue. */
  today: CalendarDay
}

/** A workbook's sheet ends here (1,048,576 rows); its first one holds the headers. */
export const mostInWorkbook = 1_048_575

/** A cell of the file; an empty text is an empty cell. */
export type Cell = string | { day: CalendarDay } | { amount: string }

/** The columns of a file of invoices, in their order. */
export const invoiceColumnOrder = [
  'number',
  'customer',
  'invoiceDate',
  'dueDate',
  'currency',
  'total',
  'open',
  'state',
  'paidOn',
  'remittance',
  'purchaseOrder',
  'department',
  'account',
  'profile',
  'profileReason',
  'warning',
  'document',
  'importedOn',
  'link',
  'id',
] as const
export type InvoiceColumn = (typeof invoiceColumnOrder)[number]

/** How wide a workbook shows them, in digits. In Excel's own width a day reads ######## and most names end early. */
export const columnWidths: Readonly<Record<InvoiceColumn, number>> = {
  number: 14,
  customer: 34,
  invoiceDate: 13,
  dueDate: 13,
  currency: 10,
  total: 14,
  open: 14,
  state: 12,
  paidOn: 13,
  remittance: 24,
  purchaseOrder: 18,
  department: 24,
  account: 24,
  profile: 18,
  profileReason: 26,
  warning: 30,
  document: 14,
  importedOn: 13,
  link: 30,
  id: 38,
}
