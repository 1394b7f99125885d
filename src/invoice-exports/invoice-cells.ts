import type { ListedInvoice } from '../invoice-lists/index.ts'
import { stateOn } from '../invoices/index.ts'
import { profileReasonWords, profileWarningWords } from '../profiles/index.ts'
import type { Language } from '../texts/index.ts'
import { type CalendarDay, dayIn, moneyToDecimal } from '../values/index.ts'
import { type Cell, type InvoiceColumn, invoiceColumnOrder } from './export-format.ts'
import { exportWords } from './export-words.ts'

/** What the rows need beside themselves. */
export type Beside = {
  language: Language
  timeZone: string
  today: CalendarDay
  accounts: ReadonlyMap<string, { name: string; departments: ReadonlyMap<string, string> }>
}

/** The first row of the file. */
export function headerCells(language: Language): string[] {
  const { columns } = exportWords(language)
  return invoiceColumnOrder.map((column) => columns[column])
}

/** An invoice as a row of the file. */
export function invoiceCells(invoice: ListedInvoice, beside: Beside): Cell[] {
  const { language, timeZone, today } = beside
  const { currency } = invoice
  const { states, documents } = exportWords(language)
  const account = beside.accounts.get(invoice.connectionId)
  const cells: Record<InvoiceColumn, Cell> = {
    number: invoice.number ?? '',
    customer: invoice.customerName,
    invoiceDate: dayCell(invoice.invoiceDate),
    dueDate: dayCell(invoice.dueDate),
    currency,
    total: { amount: moneyToDecimal({ amountCents: invoice.totalCents, currency }) },
    open: { amount: moneyToDecimal({ amountCents: invoice.openCents, currency }) },
    state: states[stateOn(invoice, today)],
    paidOn: dayCell(invoice.paidAt && dayIn(timeZone, invoice.paidAt)),
    remittance: invoice.remittance ?? '',
    purchaseOrder: invoice.purchaseOrderNumber ?? '',
    department: account?.departments.get(invoice.departmentExternalId ?? '') ?? '',
    account: account?.name ?? '',
    profile: invoice.profileName,
    profileReason: profileReasonWords(invoice.profileChosenBy, language).title,
    warning: warningCell(invoice, language),
    document: documents[invoice.documentState],
    importedOn: dayCell(dayIn(timeZone, invoice.importedAt)),
    link: invoice.webUrl ?? '',
    id: invoice.externalId,
  }
  return invoiceColumnOrder.map((column) => cells[column])
}

function dayCell(day: CalendarDay | null): Cell {
  return day === null ? '' : { day }
}

function warningCell({ profileWarning, profileWarningValue }: ListedInvoice, language: Language): string {
  if (!profileWarning) return ''
  const { title } = profileWarningWords(profileWarning, language)
  return profileWarningValue ? `${title}: ${profileWarningValue}` : title
}
