export type { AskedInvoices, Period } from './asked-invoices.ts'
export { forgetOldLines } from './forget-old-lines.ts'
export { getManualImport, type ManualImport } from './get-manual-import.ts'
export { type LookByHand, listLooksByHand, listManualLines, type ManualLine } from './list-manual-lines.ts'
export { noteDigests } from './mails/note-digests.ts'
export { sendImportMail } from './mails/send-import-mail.ts'
export {
  forgetOldLinesJob,
  manualImportJob,
  noteDigestsJob,
  sendImportMailJob,
  tickManualImportsJob,
} from './manual-jobs.ts'
export { offeredPeriod, startInvoiceImport, startInvoicePreview } from './start-manual-import.ts'
export { tickManualImports } from './tick-manual-imports.ts'
export { workOnManualImport } from './work-on-manual-import.ts'
