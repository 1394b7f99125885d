export { archiveInvoices } from './archive-invoices.ts'
export { createInvoices } from './create-invoices.ts'
export { getInvoice, type InvoiceDetails } from './get-invoice.ts'
export {
  type DocumentMark,
  documentMarks,
  type Invoice,
  type InvoiceFacts,
  type InvoiceState,
  type PaymentState,
  stateOn,
} from './invoice.ts'
export type { InvoiceFilter } from './invoice-filter.ts'
export { type ListInvoicesInput, listInvoices } from './list-invoices.ts'
export { listKnownNumbers } from './list-known-numbers.ts'
export { listOpenAmong } from './list-open-among.ts'
export { listOpenExternalIds } from './list-open-external-ids.ts'
export { listUnaskedDocuments, type UnaskedDocument } from './list-unasked-documents.ts'
export { lockKnownInvoices } from './lock-known-invoices.ts'
export { markDocuments } from './mark-documents.ts'
export { countInvoices, type InvoiceSelection, pageInvoices } from './select-invoices.ts'
export { summariseInvoices } from './summarise-invoices.ts'
export { updateInvoices } from './update-invoices.ts'
