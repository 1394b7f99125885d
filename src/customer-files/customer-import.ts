import type { LongRun } from '../long-runs/index.ts'
import { delimiters } from './delimiters.ts'
import { encodings } from './detect-encoding.ts'
import { type FileTarget, fileColumns } from './file-columns.ts'
import type { FileProblem } from './file-problem.ts'

/** How the bytes are read. Customers have no amounts and no dates, so no decimal sign or date form is asked for. */
export type FileReading = {
  format: 'csv' | 'xlsx'
  /** Of a text file, by the names of `encodings`. */
  encoding: string | null
  delimiter: string | null
  /** Of a workbook: the sheet that is read. */
  sheet: string | null
  hasHeader: boolean
  /**
   * The line or row that names the columns, from 1; what stands above it is left out. Null when there is none, and, with
   * `hasHeader`, when it is the first that holds something: of a file that was read before this was asked.
   */
  headerLine: number | null
}

/** What stands in a column, and what it is taken for. `guessedBy` is null when a person chose, or nothing was guessed. */
export type FileColumn = {
  index: number
  header: string
  samples: string[]
  target: FileTarget | null
  guessedBy: 'name' | 'content' | 'remembered' | null
}

const importModes = ['create', 'update', 'both'] as const
export type ImportMode = (typeof importModes)[number]

/** By what else than CRM id and number a row may be recognised; only when the person asks. */
const matchFields = ['email', 'vatNumber'] as const
export type MatchField = (typeof matchFields)[number]

const rowOutcomes = ['create', 'update', 'unchanged', 'refuse'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type CustomerImportState =
  | 'uploaded'
  | 'previewing'
  | 'previewed'
  | 'importing'
  | 'imported'
  | 'undoing'
  | 'undone'
  | 'failed'

/** Everything that a person can choose between, and that is told of rows. */
export const importChoices = {
  targets: fileColumns.map(({ target }) => target),
  modes: importModes,
  matchFields,
  outcomes: rowOutcomes,
  encodings,
  delimiters,
} as const

/** An uploaded file of customers on its way in (promise A13): how it is read, what it would do or did. */
export type CustomerImport = {
  id: string
  fileName: string
  sizeBytes: number
  sha256: string
  storageKey: string
  reading: FileReading
  sheets: string[]
  columns: FileColumn[]
  mode: ImportMode
  matchBy: MatchField[]
  /** Why the file cannot be read; null when it can. */
  problem: FileProblem | null
  /** The preview, import or undo that was asked for last. */
  run: LongRun | null
  /** The import whose rows stand in the database. */
  importRun: LongRun | null
  uploadedAt: Date
  uploadedByName: string | null
}

type Runs = Pick<CustomerImport, 'problem' | 'run' | 'importRun'>

/** Where it stands, told from the run that was asked for last: a run that was cancelled leaves the state before it. */
export function importState({ problem, run, importRun }: Runs): CustomerImportState {
  if (problem) return 'failed'
  if (!run) return 'uploaded'
  const { underWay, done, stopped } = statesOf[run.kind] ?? statesOf.customer_import
  if (run.finishedAt === null) return underWay
  if (run.state === 'finished') return done
  if (run.kind === 'customer_import_undo') return stopped
  if (run.state === 'failed') return 'failed'
  return run.kind === 'customer_import' && !hasWritten(importRun) ? 'uploaded' : stopped
}

type States = Record<'underWay' | 'done' | 'stopped', CustomerImportState>

const statesOf: Partial<Record<LongRun['kind'], States>> & { customer_import: States } = {
  customer_preview: { underWay: 'previewing', done: 'previewed', stopped: 'uploaded' },
  customer_import: { underWay: 'importing', done: 'imported', stopped: 'imported' },
  customer_import_undo: { underWay: 'undoing', done: 'undone', stopped: 'imported' },
}

/** An import that changed something can be undone, also one that was stopped half-way. */
export function canUndo(customerImport: Runs): boolean {
  const { run, importRun } = customerImport
  if (!hasWritten(importRun) || importRun?.finishedAt === null) return false
  return run?.finishedAt !== null && importState(customerImport) !== 'undone'
}

function hasWritten(run: LongRun | null): boolean {
  return (run?.counts.create ?? 0) + (run?.counts.update ?? 0) > 0
}
