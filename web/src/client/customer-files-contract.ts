import type { components } from '../generated/api.d.ts'

/** Short names for what the API says of shared files, exports and customer imports. */

type Schemas = components['schemas']

export type SharedFile = Schemas['SharedFile']
export type ExportDetails = Schemas['CustomerExportInput']['details']
export type ExportEstimate = Schemas['CustomerExportEstimate']

/** Customers have no amounts and no dates: how those are written is of no interest here. */
type Reading = Omit<Schemas['FileReading'], 'decimal' | 'dateForm'>
export type CustomerImport = Omit<Schemas['CustomerImport'], 'reading'> & { reading: Reading }
export type CustomerImportState = CustomerImport['state']
export type FileColumn = Schemas['FileColumn']
export type FileTarget = NonNullable<FileColumn['target']>
export type ImportCounts = NonNullable<CustomerImport['counts']>
export type ImportChanges = Schemas['CustomerImportChangesInput']
export type ImportRow = Schemas['CustomerImportRow']
export type ImportMode = CustomerImport['mode']
export type RowOutcome = ImportRow['outcome']

/** In the order in which they are offered. */
export const importModes: readonly ImportMode[] = ['both', 'create', 'update']
export const rowOutcomes: readonly RowOutcome[] = ['create', 'update', 'unchanged', 'refuse']
