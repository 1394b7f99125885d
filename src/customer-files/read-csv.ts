import { fileLimits } from './file-limits.ts'
import { FileProblemError } from './file-problem-error.ts'

/** One row as it stands in the file. `line` is where it begins: a line of text, or a row of a sheet; from 1. */
export type FileRow = { line: number; cells: string[] }

/**
 * Reads rows out of text that comes in pieces (RFC 4180, and what spreadsheets do beyond it): any delimiter, line ends of
 * every kind also mixed, quoted cells over several lines. A quotation mark inside a cell that does not begin with one is
 * just a character. Empty lines are left out. Throws FileProblemError with the line where a quote was opened that is not
 * closed properly, and for cells and rows beyond the limits; memory stays within one row.
 *
 * NOTE: written by hand because the line of the opening quote is what a person needs, and the libraries that were looked at
 * name the last line of the file, or count the line ends inside of quotes twice.
 */
export async function* readCsv(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRow[]> {
  let rest = ''
  let line = 1
  for await (const text of texts) {
    const read = readRows({ text: rest + text, delimiter, line, isEnd: false })
    rest = read.rest
    line = read.line
    if (read.rows.length > 0) yield read.rows
  }
  const { rows } = readRows({ text: rest, delimiter, line, isEnd: true })
  if (rows.length > 0) yield rows
}

type Input = { text: string; delimiter: string; line: number; isEnd: boolean }

/** All rows that are whole; the rest waits for more text. */
function readRows(input: Input): { rows: FileRow[]; rest: string; line: number } {
  const rows: FileRow[] = []
  let place = { at: 0, line: input.line }
  while (place.at < input.text.length) {
    const row = readRow(input, place)
    if (!row) break
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line: place.line, cells: row.cells })
    place = row.next
  }
  const rest = input.text.slice(place.at)
  if (rest.length > fileLimits.rowCharacters)
    throw new FileProblemError({ code: 'row_too_long', line: place.line, limit: fileLimits.rowCharacters })
  return { rows, rest, line: place.line }
}

type Place = { at: number; line: number }
type Cell = { text: string; next: Place }

/** Undefined when the text ends before the row does. */
function readRow(input: Input, start: Place): { cells: string[]; next: Place } | undefined {
  const cells: string[] = []
  let place = start
  for (;;) {
    const cell = input.text[place.at] === '"' ? readQuoted(input, place) : readPlain(input, place)
    if (!cell) return undefined
    cells.push(checked(cell.text, place.line))
    if (cells.length > fileLimits.columns)
      throw new FileProblemError({ code: 'too_many_columns', line: start.line, limit: fileLimits.columns })
    const sign = input.text[cell.next.at]
    if (sign !== input.delimiter) {
      const next = afterLineEnd(input, cell.next)
      return next && { cells, next }
    }
    place = { at: cell.next.at + 1, line: cell.next.line }
  }
}

function readPlain({ text, delimiter, isEnd }: Input, { at, line }: Place): Cell | undefined {
  const stop = delimiter.charCodeAt(0)
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === stop || code === 10 || code === 13)
      return { text: text.slice(at, end), next: { at: end, line } }
  }
  if (!isEnd) return tooLong(text.length - at, line)
  return { text: text.slice(at), next: { at: text.length, line } }
}

function readQuoted(input: Input, { at, line }: Place): Cell | undefined {
  const { text, delimiter, isEnd } = input
  const { end, hasDoubled } = findClosing(text, at)
  if (end === -1 && isEnd) throw new FileProblemError({ code: 'unclosed_quote', line })
  // The next piece may begin with a second quotation mark.
  if (end === -1 || (end === text.length - 1 && !isEnd)) return tooLong(text.length - at, line)
  const after = text[end + 1] ?? '\n'
  if (after !== delimiter && after !== '\n' && after !== '\r')
    throw new FileProblemError({ code: 'broken_quote', line })
  const inner = text.slice(at + 1, end)
  const next = { at: end + 1, line: line + lineEndsIn(inner) }
  return { text: hasDoubled ? inner.replaceAll('""', '"') : inner, next }
}

function findClosing(text: string, at: number): { end: number; hasDoubled: boolean } {
  let end = text.indexOf('"', at + 1)
  let hasDoubled = false
  while (end !== -1 && text[end + 1] === '"') {
    hasDoubled = true
    end = text.indexOf('"', end + 2)
  }
  return { end, hasDoubled }
}

/** A quote may double each character; what is longer than that cannot become a cell any more. */
function tooLong(length: number, line: number): undefined {
  if (length > 2 * fileLimits.cellCharacters + 2)
    throw new FileProblemError({ code: 'cell_too_long', line, limit: fileLimits.cellCharacters })
}

function checked(cell: string, line: number): string {
  if (cell.length <= fileLimits.cellCharacters) return cell
  throw new FileProblemError({ code: 'cell_too_long', line, limit: fileLimits.cellCharacters })
}

/** Undefined when it cannot be told yet whether a line feed follows. */
function afterLineEnd({ text, isEnd }: Input, { at, line }: Place): Place | undefined {
  if (at >= text.length) return isEnd ? { at, line } : undefined
  if (text[at] === '\n') return { at: at + 1, line: line + 1 }
  if (at + 1 === text.length && !isEnd) return undefined
  return { at: text[at + 1] === '\n' ? at + 2 : at + 1, line: line + 1 }
}

function lineEndsIn(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
