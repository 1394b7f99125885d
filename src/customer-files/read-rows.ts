import type { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import type { FileReading } from './customer-import.ts'
import { decodeText, type Encoding } from './detect-encoding.ts'
import { fileLimits } from './file-limits.ts'
import { FileProblemError } from './file-problem-error.ts'
import { type FileRow, readCsv } from './read-csv.ts'
import { withWorkbook } from './xlsx/with-workbook.ts'

export type FileToRead = { storageKey: string; reading: FileReading }

/** All rows of an uploaded file that hold something, the row of headers included, a handful at a time. */
export async function* readRows(ctx: Context, file: FileToRead): AsyncGenerator<FileRow[]> {
  let count = 0
  for await (const rows of rowsOf(ctx, file)) {
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    count += filled.length
    if (count > fileLimits.rows + 1)
      throw new FileProblemError({ code: 'too_many_rows', limit: fileLimits.rows })
    if (filled.length > 0) yield filled
  }
}

/** The rows below the headers, each with its number from 1; what stands above the headers is no row. */
export async function* readRecords(
  ctx: Context,
  file: FileToRead,
): AsyncGenerator<{ record: number; row: FileRow }[]> {
  const { hasHeader, headerLine } = file.reading
  let record = 0
  let isAbove = hasHeader
  for await (const rows of readRows(ctx, file)) {
    // Found by its line and not by comparing lines: the rows of a workbook may stand in any order.
    const header = isAbove && headerLine ? rows.findIndex(({ line }) => line === headerLine) : 0
    if (header === -1) continue
    const data = isAbove ? rows.slice(header + 1) : rows
    isAbove = false
    if (data.length === 0) continue
    yield data.map((row) => {
      record += 1
      return { record, row }
    })
  }
}

/** How much there is of a row. */
export function charactersOf({ cells }: FileRow): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0)
}

async function* rowsOf(ctx: Context, { storageKey, reading }: FileToRead): AsyncGenerator<FileRow[]> {
  const { bytes } = await ctx.files.open(storageKey)
  if (reading.format === 'xlsx') {
    yield* withWorkbook(bytes, (workbook) => workbook.rows(reading.sheet))
    return
  }
  const text = decodeText(bytes as Readable, reading.encoding as Encoding)
  yield* readCsv(withoutSeparatorLine(text), reading.delimiter ?? ',')
}

/** Excel's first line `sep=;` is for Excel; an empty line in its place keeps the others where a person counts them. */
export async function* withoutSeparatorLine(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true
  for await (const text of texts) {
    yield isFirst ? text.replace(/^sep=[,;\t|](?=\r|\n)/i, '') : text
    if (text !== '') isFirst = false
  }
}
