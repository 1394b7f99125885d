import type { Context } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import type { FileColumn, FileReading } from './customer-import.ts'
import { decodeText, type Encoding } from './detect-encoding.ts'
import type { FileTarget } from './file-columns.ts'
import { fileLimits } from './file-limits.ts'
import { FileProblemError } from './file-problem-error.ts'
import { findHeader } from './find-header.ts'
import { guessColumns } from './guess-columns.ts'
import { guessDelimiter } from './guess-delimiter.ts'
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
 * for. What stands above the headers is no part of it. Reads the beginning only. Throws FileProblemError when there is
 * nothing to be seen, InvalidInputError when the headers are said to be where no row is.
 */
export async function lookAtFile(
  ctx: Context,
  file: { storageKey: string; wish: ReadingWish },
): Promise<FileLook> {
  const sheets = file.wish.format === 'xlsx' ? await sheetsOf(ctx, file.storageKey) : []
  const reading = await completeReading(ctx, file, sheets)
  const rows = await firstRows(ctx, { storageKey: file.storageKey, reading })
  const header = headerOf(rows, file.wish)
  const hasHeader = header !== undefined
  const columns = columnsOf(rows, header)
  if (columns.length === 0) throw new FileProblemError({ code: 'empty_file' })
  const remembered = hasHeader ? await recall(ctx, columns) : undefined
  const guessed = guessColumns(
    columns.map((column) => guessable(column, hasHeader)),
    remembered,
  )
  return {
    reading: { ...reading, hasHeader, headerLine: header?.line ?? null },
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
  // Where the headers are is told from the rows, once they can be read.
  const unknown = { hasHeader: false, headerLine: null }
  if (wish.format === 'xlsx') {
    const sheet = wish.sheet ?? sheets[0] ?? ''
    if (!sheets.includes(sheet)) throw new FileProblemError({ code: 'no_such_sheet' })
    return { format: 'xlsx', encoding: null, delimiter: null, sheet, ...unknown }
  }
  const encoding = (wish.encoding ?? 'utf-8') as Encoding
  const delimiter = wish.delimiter ?? (await guessDelimiter(await headOf(ctx, storageKey, encoding)))
  return { format: 'csv', encoding, delimiter, sheet: null, ...unknown }
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

/** Where a person says that it is, or as it is found. Of an empty line the next row that holds something is meant. */
function headerOf(rows: readonly FileRow[], { hasHeader, headerLine }: ReadingWish): FileRow | undefined {
  if (hasHeader === false) return undefined
  if (!headerLine) return findHeader(rows) ?? (hasHeader ? rows[0] : undefined)
  const header = rows.find(({ line }) => line >= headerLine)
  if (header) return header
  const message = `There is no row at line ${headerLine} of the beginning of the file`
  throw new InvalidInputError(message, [{ path: 'reading.headerLine', message }])
}

type Column = { header: string; samples: string[] }

function columnsOf(rows: readonly FileRow[], header: FileRow | undefined): Column[] {
  const data = header ? rows.slice(rows.indexOf(header) + 1) : rows
  const table = header ? [header, ...data] : data
  const width = Math.min(fileLimits.columns, Math.max(0, ...table.map(({ cells }) => widthOf(cells))))
  return Array.from({ length: width }, (_, index) => ({
    header: header ? storableText(header.cells[index]?.trim() ?? '') : lettersOf(index),
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
