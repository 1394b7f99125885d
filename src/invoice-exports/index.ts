export { exportFormats } from './export-format.ts'
export { exportInvoices, exportInvoicesJob } from './export-invoices.ts'
export { startInvoiceExport } from './start-invoice-export.ts'
