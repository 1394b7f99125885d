export { ownVerdicts, type RemedyKind, type VerdictCode } from './decide-verdict.ts'
export { type DiagnoseInput, type Diagnosis, diagnoseInvoice } from './diagnose-invoice.ts'
export { verdictWords } from './diagnosis-words.ts'
