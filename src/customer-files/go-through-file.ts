import { listConnections } from '../connections/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { importKeys } from '../imported-customers/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun } from '../long-runs/index.ts'
import { listFormerProfiles, listProfiles } from '../profiles/index.ts'
import type { CustomerImport } from './customer-import.ts'
import { deleteImportRows, listDone } from './customer-import-row-table.ts'
import { readImport } from './customer-import-table.ts'
import { type FileRecord, type ImportCounts, type ImportPhase, importPage } from './import-page.ts'
import { accountKey, type FileSurroundings, numberIn, readCustomer } from './read-customer.ts'
import { charactersOf, readRecords } from './read-rows.ts'
import { createSeenKeys, type SeenKeys } from './seen-keys.ts'

type Work = { run: LongRun; file: CustomerImport; phase: ImportPhase }
type Progress = { record: number; counts: ImportCounts; doneCount: number }

/** So many rows are stored at once, with the progress: a stop repeats nothing. */
const rowsAtOnce = 1_000
/** Rows may be long: fewer of them are in hand then. */
const charactersAtOnce = 4_000_000

/**
 * Goes through an uploaded file from where it was left, a page of rows at a time: the preview and the import are this one
 * path. The whole file is read once before a row is taken in, so that a file that is broken at its end does not come in
 * half, and no customer gets a number from the sequence that a later row gives to another one.
 */
export async function goThroughFile(ctx: Context, work: Work): Promise<LongRunEnd> {
  const { run, file, phase } = work
  const surroundings = await surroundingsOf(ctx, file)
  let progress = progressOf(run)
  const { totalCount, isReserved } = await readWhole(ctx, file)
  await moveLongRun(ctx, run.id, { totalCount, doneCount: progress.doneCount, counts: progress.counts })
  const seen = createSeenKeys()
  if (progress.record === 0)
    await inTransaction(ctx, (tx) => deleteImportRows(tx, { importId: file.id, phases: ['preview', phase] }))
  const done = phase === 'import' ? await claimWritten(ctx, file, seen) : new Set<number>()
  for await (const page of pagesOf(ctx, file)) {
    const known = page.filter(({ record }) => record <= progress.record)
    claimRead(
      known.filter(({ record }) => !done.has(record)),
      { file, surroundings, seen },
    )
    const records = page.slice(known.length)
    if (records.length === 0) continue
    const next = await inTransaction(ctx, (tx) =>
      takeIn(tx, { ...work, records, surroundings, seen, isReserved, progress }),
    )
    if (next === 'elsewhere') return { state: 'cancelled' }
    progress = next
    if (next.isCancelled) return { state: 'cancelled' }
  }
  return { state: 'finished' }
}

function progressOf({ cursor, counts, doneCount }: LongRun): Progress {
  const none = { create: 0, update: 0, unchanged: 0, refuse: 0, unlinked: 0 }
  return { record: Number(cursor?.record ?? 0), counts: { ...none, ...counts }, doneCount }
}

async function surroundingsOf(ctx: Context, file: CustomerImport): Promise<FileSurroundings> {
  const profiles = await listProfiles(ctx)
  const formerProfiles = await listFormerProfiles(ctx)
  const connections = await listConnections(ctx)
  return {
    columns: file.columns,
    profiles: new Map([
      // The latest last: of equal names it counts, as everywhere.
      ...formerProfiles
        .toReversed()
        .flatMap(({ id, name, replacedBy }) => [
          [name.toLowerCase(), replacedBy] as const,
          [id, replacedBy] as const,
        ]),
      ...profiles.map(({ id, name }) => [name.toLowerCase(), id] as const),
      ...profiles.map(({ id }) => [id, id] as const),
    ]),
    connections: new Map(
      connections.map(({ id, source, accountExternalId }) => [accountKey(source, accountExternalId), id]),
    ),
  }
}

type WholeFile = { totalCount: number; isReserved: (number: string) => boolean }

/** How many rows there are, and which numbers they give. */
async function readWhole(ctx: Context, file: CustomerImport): Promise<WholeFile> {
  const numbers = createSeenKeys()
  let totalCount = 0
  for await (const records of readRecords(ctx, file)) {
    totalCount = records.at(-1)?.record ?? totalCount
    for (const { row } of records) {
      const number = numberIn(row, file.columns)
      if (number !== undefined) numbers.claim([number], row.line)
    }
  }
  return { totalCount, isReserved: numbers.has }
}

async function* pagesOf(ctx: Context, file: CustomerImport): AsyncGenerator<FileRecord[]> {
  let page: FileRecord[] = []
  let characters = 0
  for await (const records of readRecords(ctx, file)) {
    for (const record of records) {
      page.push(record)
      characters += charactersOf(record.row)
      if (page.length < rowsAtOnce && characters < charactersAtOnce) continue
      yield page
      page = []
      characters = 0
    }
  }
  if (page.length > 0) yield page
}

/** After a stop: whom the rows before were about. Gives the rows that were refused, which are about nobody. */
async function claimWritten(ctx: Context, file: CustomerImport, seen: SeenKeys): Promise<Set<number>> {
  const refused = new Set<number>()
  for (let after = 0; ; ) {
    const rows = await inTransaction(ctx, (tx) => listDone(tx, { importId: file.id, after, limit: 10_000 }))
    for (const { record, line, outcome, customerId } of rows) {
      if (outcome === 'refuse') refused.add(record)
      else if (customerId) seen.claim([`id ${customerId}`], line)
    }
    if (rows.length === 0) return refused
    after = rows.at(-1)?.record ?? after
  }
}

function claimRead(
  records: readonly FileRecord[],
  around: { file: CustomerImport; surroundings: FileSurroundings; seen: SeenKeys },
): void {
  for (const { row } of records) {
    const read = readCustomer(row, around.surroundings)
    if ('customer' in read) around.seen.claim(importKeys(read.customer, around.file.matchBy), row.line)
  }
}

type Page = Work & {
  records: readonly FileRecord[]
  surroundings: FileSurroundings
  seen: SeenKeys
  isReserved: WholeFile['isReserved']
  progress: Progress
}

/** One page in one transaction, with the progress: another process that does the same finds it done. */
async function takeIn(tx: Tx, page: Page): Promise<(Progress & { isCancelled: boolean }) | 'elsewhere'> {
  const { run, file, records, progress } = page
  const now = await readImport(tx, file.id, { isLocked: true })
  if (now.run?.id !== run.id || now.run.finishedAt !== null) return 'elsewhere'
  if (progressOf(now.run).record !== progress.record) return 'elsewhere'
  const counts = await importPage(tx, { ...page, counts: progress.counts })
  const record = records.at(-1)?.record ?? progress.record
  const doneCount = progress.doneCount + records.length
  const goesOn = await moveLongRun(tx, run.id, { doneCount, counts, cursor: { record } })
  return { record, counts, doneCount, isCancelled: !goesOn }
}
