import type { components } from '../generated/api.d.ts'
import type { LongRun } from './contract.ts'

/** What the API says of shared files, exports and customer imports. */

type Schemas = components['schemas']

export type SharedFile = Schemas['SharedFile']
export type ExportDetails = Schemas['CustomerExportInput']['details']
export type ExportEstimate = Schemas['CustomerExportEstimate']

export type CustomerImportState =
  | 'uploaded'
  | 'previewing'
  | 'previewed'
  | 'importing'
  | 'imported'
  | 'undoing'
  | 'undone'
  | 'failed'

export type FileReading = {
  format: 'csv' | 'xlsx'
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  hasHeader: boolean
}

export type FileColumn = {
  index: number
  header: string
  samples: string[]
  target: string | null
  guessedBy: 'name' | 'content' | 'remembered' | null
}

export const importModes = ['both', 'create', 'update'] as const
export type ImportMode = (typeof importModes)[number]
export type ImportMatch = { email: boolean; vatNumber: boolean }
export const rowOutcomes = ['create', 'update', 'unchanged', 'refuse'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type CustomerImport = {
  id: string
  state: CustomerImportState
  fileName: string
  sizeBytes: number
  reading: FileReading
  sheets: string[]
  columns: FileColumn[]
  mode: ImportMode
  match: ImportMatch
  counts:
    | (Record<RowOutcome, number> & {
        total: number
        unlinked: number
        deleted: number
        restored: number
        kept: number
      })
    | null
  run: LongRun | null
  refusedCount: number
  canUndo: boolean
  uploadedAt: string
  uploadedByName: string | null
  problem: { code: string; message: string } | null
}

export type ImportChanges = {
  reading?: Partial<FileReading>
  targets?: Record<string, string | null>
  mode?: ImportMode
  match?: ImportMatch
}

export type ImportRow = {
  line: number
  outcome: RowOutcome
  name: string
  customerId: string | null
  changes: { field: string; before: string | string[] | null; after: string | string[] | null }[]
  refusal: { code: string; column: string | null; title: string; explanation: string } | null
  notes: string[]
  undone: 'deleted' | 'restored' | 'kept' | null
  undoneReason: string | null
}
