import type { Tx } from '../context.ts'
import { type CustomerToImport, type ImportedCustomer, importCustomers } from '../imported-customers/index.ts'
import type { CustomerImport, RowOutcome } from './customer-import.ts'
import { insertImportRows, type NewImportRow } from './customer-import-row-table.ts'
import type { FileRow } from './read-csv.ts'
import { type FileSurroundings, type ReadCustomer, readCustomer } from './read-customer.ts'
import type { NoteCode, RowRefusal } from './row-refusal.ts'
import type { SeenKeys } from './seen-keys.ts'

export type FileRecord = { record: number; row: FileRow }
export type ImportPhase = 'preview' | 'import'
export type ImportCounts = Record<RowOutcome, number> & { unlinked: number }

export type PageInput = {
  file: CustomerImport
  phase: ImportPhase
  records: readonly FileRecord[]
  surroundings: FileSurroundings
  seen: SeenKeys
  isReserved: (number: string) => boolean
  /** Of the pages before. */
  counts: ImportCounts
}

/** How many rows of each outcome are kept for a person to look at. What an import wrote is kept whole, to be undone. */
const rowsKept: Readonly<Record<ImportPhase, Record<RowOutcome, number>>> = {
  preview: { create: 1_000, update: 1_000, unchanged: 1_000, refuse: 100_000 },
  import: {
    create: Number.MAX_SAFE_INTEGER,
    update: Number.MAX_SAFE_INTEGER,
    unchanged: 1_000,
    refuse: 100_000,
  },
}

/** Takes a page of rows in, or only tells what would become of it; gives the counts with this page. */
export async function importPage(tx: Tx, input: PageInput): Promise<ImportCounts> {
  const read = input.records.map(({ record, row }) => ({
    record,
    row,
    read: readCustomer(row, input.surroundings),
  }))
  const rows = read.flatMap((one) => ('customer' in one.read ? [one.read.customer] : []))
  const outcomes = await importCustomers(tx, {
    rows,
    mode: input.file.mode,
    matchBy: input.file.matchBy,
    isDryRun: input.phase === 'preview',
    claim: input.seen.claim,
    isReserved: input.isReserved,
  })
  const became = new Map(rows.map((row, index) => [row, outcomes[index]]))
  const all = read.map(({ record, row, read: one }) => asRow({ record, line: row.line }, one, became))
  const counts = { ...input.counts }
  const kept = all.filter((row) => {
    counts[row.outcome] += 1
    if (row.notes.includes('unknown_account')) counts.unlinked += 1
    return counts[row.outcome] <= rowsKept[input.phase][row.outcome]
  })
  await insertImportRows(tx, {
    importId: input.file.id,
    phase: input.phase,
    rows: kept.map((row) => trimmed(row, input.phase)),
  })
  return counts
}

/** What an import created is to be looked up in the customer itself. */
function trimmed(row: NewImportRow, phase: ImportPhase): NewImportRow {
  return phase === 'import' && row.outcome === 'create' ? { ...row, after: null } : row
}

function asRow(
  place: Pick<NewImportRow, 'record' | 'line'>,
  read: ReadCustomer,
  became: ReadonlyMap<CustomerToImport, ImportedCustomer | undefined>,
): NewImportRow {
  const nothing = { before: null, after: null, refusal: null, notes: [] as NoteCode[] }
  if ('refusal' in read)
    return {
      ...place,
      ...nothing,
      outcome: 'refuse',
      customerId: null,
      name: read.name,
      refusal: read.refusal,
    }
  const outcome = became.get(read.customer)
  if (!outcome) throw new Error(`Row ${place.record} has no outcome`)
  const { name, customerId } = outcome
  const common = { ...place, ...nothing, name, customerId, outcome: outcome.outcome, notes: read.notes }
  if (outcome.outcome === 'create') return { ...common, after: read.customer.facts }
  if (outcome.outcome === 'update') return { ...common, ...outcome.change }
  if (outcome.outcome === 'refuse') return { ...common, notes: [], refusal: refusalFor(outcome.refusal) }
  return outcome.isLeftAlone ? { ...common, refusal: { code: 'only_new', column: null } } : common
}

function refusalFor(refusal: Extract<ImportedCustomer, { outcome: 'refuse' }>['refusal']): RowRefusal {
  const { code, ...facts } = refusal
  return { code, column: null, facts }
}
