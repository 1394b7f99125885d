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
