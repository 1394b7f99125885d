import { guardCell } from './cell-guard.ts'

/** How a file is written. The mark at its front tells Excel that it is UTF-8. */
export type CsvForm = { delimiter: ',' | ';' | '\t'; hasByteOrderMark: boolean }

/**
 * A spreadsheet opens a file by the separator of its country: a semicolon in Belgium, the Netherlands, France and Germany.
 * With commas Excel would show each row there in one cell.
 */
export const usualCsvForm: CsvForm = { delimiter: ';', hasByteOrderMark: true }

/** The type of every CSV file that Vorder gives out. */
export const csvContentType = 'text/csv; charset=utf-8'

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** A cell: text, or a number that we made ourselves and no spreadsheet may take for text, as `-12.50`. */
export type CsvCell = string | { number: string }

/**
 * A CSV file (RFC 4180, UTF-8) piece by piece, a page of rows at a time, so that memory does not grow with the file. Every
 * text is guarded, so that no spreadsheet runs what stands in it.
 */
export async function* csvBytes(
  pages: AsyncIterable<readonly (readonly CsvCell[])[]>,
  form: CsvForm = usualCsvForm,
): AsyncGenerator<Buffer> {
  if (form.hasByteOrderMark) yield byteOrderMark
  for await (const rows of pages) {
    if (rows.length > 0) yield Buffer.from(rows.map((row) => lineOf(row, form.delimiter)).join(''))
  }
}

function lineOf(row: readonly CsvCell[], delimiter: string): string {
  const cells = row.map((cell) => (typeof cell === 'string' ? quoted(guardCell(cell)) : quoted(cell.number)))
  return `${cells.join(delimiter)}\r\n`
}

/** Quoted where any reader, of whatever separator, could stumble; a cell that begins or ends blank keeps its blanks. */
const quotes = /[",;\t\r\n]|^\s|\s$/

function quoted(cell: string): string {
  return quotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
