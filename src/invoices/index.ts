export { archiveInvoices } from './archive-invoices.ts'
export { createInvoices } from './create-invoices.ts'
export { getInvoice, type InvoiceDetails } from './get-invoice.ts'
export {
  type DocumentMark,
  documentMarks,
  type InvitationMark,
  type Invoice,
  type InvoiceFacts,
  type InvoiceState,
  invitationMarks,
  invoiceColumns,
  type PaymentState,
  stateOn,
} from './invoice.ts'
export { type KnownMoney, listKnownMoney } from './list-known-money.ts'
export { listKnownNumbers } from './list-known-numbers.ts'
export { listOpenExternalIds } from './list-open-external-ids.ts'
export { listUnaskedDocuments, type UnaskedDocument } from './list-unasked-documents.ts'
export { lockInvoice, lockKnownInvoices } from './lock-known-invoices.ts'
export { markDocuments } from './mark-documents.ts'
export { markInvitations } from './mark-invitations.ts'
export { markStops } from './mark-stops.ts'
export { nothingPaidHere, type PaidHere } from './settle.ts'
export { settleInvoice, updateInvoices } from './update-invoices.ts'
