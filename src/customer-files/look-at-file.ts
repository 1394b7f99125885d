import type { Context } from '../context.ts'
import type { FileColumn, FileReading } from './customer-import.ts'
import { decodeText, type Encoding } from './detect-encoding.ts'
import type { FileTarget } from './file-columns.ts'
import { fileLimits } from './file-limits.ts'
import { FileProblemError } from './file-problem-error.ts'
import { guessColumns } from './guess-columns.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { isEitherName, targetOfHeader } from './header-names.ts'
import type { FileRow } from './read-csv.ts'
import { charactersOf, readRows } from './read-rows.ts'
import { isRefusedHeader } from './refused-headers.ts'
import { findMapping } from './remember-mapping.ts'
import { storableText } from './storable-text.ts'
import { withWorkbook } from './xlsx/with-workbook.ts'

export type FileLook = { reading: FileReading; sheets: string[]; columns: FileColumn[] }

/** What a person or the upload says of the file; the rest is found out. */
export type ReadingWish = Pick<FileReading, 'format'> & Partial<FileReading>

const rowsToLookAt = 100
const samplesToShow = 5
const charactersToLookAt = 4_000_000
const headCharacters = 128 * 1024

/**
 * The first look at a file: how it is to be read, what its columns are called, what stands in them and what each is taken
 * for. Reads the beginning only. Throws FileProblemError when there is nothing to be seen.
 */
export async function lookAtFile(
  ctx: Context,
  file: { storageKey: string; wish: ReadingWish },
): Promise<FileLook> {
  const sheets = file.wish.format === 'xlsx' ? await sheetsOf(ctx, file.storageKey) : []
  const reading = await completeReading(ctx, file, sheets)
  const rows = await firstRows(ctx, { storageKey: file.storageKey, reading })
  const hasHeader = file.wish.hasHeader ?? looksLikeHeader(rows)
  const columns = columnsOf(rows, hasHeader)
  if (columns.length === 0) throw new FileProblemError({ code: 'empty_file' })
  const remembered = hasHeader ? await recall(ctx, columns) : undefined
  const guessed = guessColumns(
    columns.map((column) => guessable(column, hasHeader)),
    remembered,
  )
  return {
    reading: { ...reading, hasHeader },
    sheets,
    columns: guessed.map((column, index) => ({ ...column, ...columns[index] })),
  }
}

/** What was chosen for the same columns last time; those that tell of a refusal are not among them. */
async function recall(ctx: Context, columns: readonly Column[]): Promise<(FileTarget | null)[] | undefined> {
  const own = columns.filter(({ header }) => !isRefusedHeader(header))
  const targets = await findMapping(
    ctx,
    own.map(({ header }) => header),
  )
  return targets && columns.map(({ header }) => (isRefusedHeader(header) ? null : (targets.shift() ?? null)))
}

/** The letter of a column is no name that tells anything, and neither is why a row was refused. */
function guessable(column: Column, hasHeader: boolean): Column {
  if (isRefusedHeader(column.header)) return { header: '', samples: [] }
  return hasHeader ? column : { ...column, header: '' }
}

async function sheetsOf(ctx: Context, storageKey: string): Promise<string[]> {
  const { bytes } = await ctx.files.open(storageKey)
  const names: string[] = []
  for await (const some of withWorkbook(bytes, (workbook) => oneOf(workbook.sheets))) names.push(...some)
  return names
}

async function* oneOf<T>(value: T): AsyncGenerator<T> {
  yield value
}

async function completeReading(
  ctx: Context,
  { storageKey, wish }: { storageKey: string; wish: ReadingWish },
  sheets: readonly string[],
): Promise<FileReading> {
  const hasHeader = wish.hasHeader ?? true
  if (wish.format === 'xlsx') {
    const sheet = wish.sheet ?? sheets[0] ?? ''
    if (!sheets.includes(sheet)) throw new FileProblemError({ code: 'no_such_sheet' })
    return { format: 'xlsx', encoding: null, delimiter: null, sheet, hasHeader }
  }
  const encoding = (wish.encoding ?? 'utf-8') as Encoding
  const delimiter = wish.delimiter ?? (await guessDelimiter(await headOf(ctx, storageKey, encoding)))
  return { format: 'csv', encoding, delimiter, sheet: null, hasHeader }
}

async function headOf(ctx: Context, storageKey: string, encoding: Encoding): Promise<string> {
  const { bytes } = await ctx.files.open(storageKey)
  let head = ''
  for await (const text of decodeText(bytes, encoding)) {
    head += text
    if (head.length >= headCharacters) break
  }
  return head.slice(0, headCharacters)
}

async function firstRows(
  ctx: Context,
  file: { storageKey: string; reading: FileReading },
): Promise<FileRow[]> {
  const first: FileRow[] = []
  let characters = 0
  for await (const rows of readRows(ctx, file)) {
    for (const row of rows) {
      first.push(row)
      characters += charactersOf(row)
      if (first.length >= rowsToLookAt || characters >= charactersToLookAt) return first
    }
  }
  return first
}

/** A row of headers names at least one thing that we know, or is the only row without anything that looks like data. */
function looksLikeHeader(rows: readonly FileRow[]): boolean {
  const cells = rows[0]?.cells ?? []
  if (cells.some(isKnownHeader)) return true
  const isData = (cell: string) => /@|\d/.test(cell)
  return !cells.some(isData) && rows.slice(1).some((row) => row.cells.some(isData))
}

function isKnownHeader(cell: string): boolean {
  return targetOfHeader(cell) !== undefined || isEitherName(cell) || isRefusedHeader(cell)
}

type Column = { header: string; samples: string[] }

function columnsOf(rows: readonly FileRow[], hasHeader: boolean): Column[] {
  const data = hasHeader ? rows.slice(1) : rows
  const width = Math.min(fileLimits.columns, Math.max(0, ...rows.map(({ cells }) => widthOf(cells))))
  return Array.from({ length: width }, (_, index) => ({
    header: hasHeader ? storableText(rows[0]?.cells[index]?.trim() ?? '') : lettersOf(index),
    samples: samplesOf(data, index),
  }))
}

/** Spreadsheets like to leave empty cells at the end of a row. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function samplesOf(rows: readonly FileRow[], index: number): string[] {
  const texts = rows
    .map(({ cells }) => storableText((cells[index] ?? '').trim()))
    .filter((text) => text !== '')
  return [...new Set(texts)].slice(0, samplesToShow)
}

/** A, B, ... Z, AA, as spreadsheets call columns that have no header. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}
