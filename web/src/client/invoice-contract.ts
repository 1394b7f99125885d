import type { components, paths } from '../generated/api.d.ts'

/** What the API says of imports by hand, diagnoses and documents of invoices. */

type Schemas = components['schemas']

export type InvitationChoice = NonNullable<AskedInvoices['invitations']>
export type ManualImport = Schemas['ManualImport']
export type ManualImportLine = Schemas['ManualImportLine']
export type Diagnosis = Schemas['Diagnosis']
export type InvoiceDocument = Schemas['InvoiceDocument']
export type DocumentKind = InvoiceDocument['kind']
export type DocumentMark = Schemas['Invoice']['document']
export type DocumentSelection = Schemas['InvoiceDocumentSelectionInput']
export type InvoiceSelection = DocumentSelection['selection']

/** Which invoices a preview or an import is about. */
export type AskedInvoices =
  paths['/api/v1/invoice-imports']['post']['requestBody']['content']['application/json']
