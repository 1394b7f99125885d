export { type InvoiceSort, invoiceSorts } from './invoice-cursor.ts'
export type { InvoiceFilter } from './invoice-filter.ts'
export type { ListedInvoice } from './invoice-rows.ts'
export { listCurrencies } from './list-currencies.ts'
export { type ListInvoicesInput, listInvoices } from './list-invoices.ts'
export {
  countInvoices,
  type InvoicePlace,
  type InvoiceSelection,
  pageInvoices,
  pageInvoicesByDate,
} from './select-invoices.ts'
export { type InvoiceSummary, summariseInvoices } from './summarise-invoices.ts'
export { type InvoiceTotals, totalInvoices } from './total-invoices.ts'
