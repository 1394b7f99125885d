import { fileLimits } from '../file-limits.ts'
import { FileProblemError } from '../file-problem-error.ts'
import type { FileRow } from '../read-csv.ts'
import { type NumberStyle, numberText } from './cell-styles.ts'
import { readXml, type XmlHandlers } from './read-xml.ts'

/** What the cells of a sheet refer to. */
export type SheetSurroundings = {
  sharedText(index: number): string | undefined
  styles: readonly NumberStyle[]
  is1904: boolean
}

type CellBegun = { column: number; type: string; style: number; text: string }

/** The rows of a sheet as a person sees them, a handful at a time. A formula gives the value that was saved with it. */
export async function* readSheet(
  bytes: AsyncIterable<Uint8Array>,
  surroundings: SheetSurroundings,
): AsyncGenerator<FileRow[]> {
  const gatherer = gatherRows(surroundings)
  for await (const _piece of readXml(bytes, gatherer.handlers)) {
    const rows = gatherer.take()
    if (rows.length > 0) yield rows
  }
}

function gatherRows(surroundings: SheetSurroundings): { handlers: XmlHandlers; take(): FileRow[] } {
  let rows: FileRow[] = []
  let row: FileRow = { line: 0, cells: [] }
  let cell: CellBegun | undefined
  // A cell without an address stands beside the one before, which may be empty.
  let nextColumn = 0
  let rowLength = 0
  let textDepth = 0
  let soundDepth = 0
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'row') {
        row = { line: rowNumber(attributes.r, row.line), cells: [] }
        nextColumn = 0
        rowLength = 0
      } else if (name === 'c') {
        cell = beginCell(attributes, nextColumn)
        nextColumn = cell.column + 1
      } else if (name === 'v' || name === 't') textDepth += 1
      else if (name === 'rPh') soundDepth += 1
    },
    text(text) {
      if (!cell || textDepth === 0 || soundDepth > 0) return
      cell.text += text
      if (cell.text.length > 2 * fileLimits.cellCharacters) refuseLong(row.line)
    },
    close(name) {
      if (name === 'v' || name === 't') textDepth -= 1
      else if (name === 'rPh') soundDepth -= 1
      else if (name === 'row') rows.push(row)
      else if (name === 'c' && cell) {
        const text = textOf(cell, surroundings)
        rowLength += text.length
        if (rowLength > fileLimits.rowCharacters) refuseLongRow(row.line)
        putCell(row, cell.column, text)
        cell = undefined
      }
    },
  }
  function take(): FileRow[] {
    const taken = rows
    rows = []
    return taken
  }
  return { handlers, take }
}

function rowNumber(text: string | undefined, last: number): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : last + 1
}

function beginCell(attributes: Readonly<Record<string, string>>, nextColumn: number): CellBegun {
  const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0]
  return {
    column: letters ? columnNumber(letters) : nextColumn,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    text: '',
  }
}

/** A is 0, Z is 25, AA is 26. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function textOf({ type, text, style }: CellBegun, surroundings: SheetSurroundings): string {
  if (type === 's') return unescaped(surroundings.sharedText(Number(text)) ?? '')
  if (type === 'inlineStr' || type === 'str') return unescaped(text)
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n') return numberText(text, surroundings.styles[style], surroundings.is1904)
  return text
}

/** Signs that XML cannot hold are written as `_x000D_` (ECMA-376, 22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function putCell(row: FileRow, column: number, text: string): void {
  if (text === '') return
  if (text.length > fileLimits.cellCharacters) refuseLong(row.line)
  if (column >= fileLimits.columns)
    throw new FileProblemError({ code: 'too_many_columns', line: row.line, limit: fileLimits.columns })
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = text
}

function refuseLong(line: number): never {
  throw new FileProblemError({ code: 'cell_too_long', line, limit: fileLimits.cellCharacters })
}

/** Each cell may name one and the same long text: a row is small in the file and large in memory then. */
function refuseLongRow(line: number): never {
  throw new FileProblemError({ code: 'row_too_long', line, limit: fileLimits.rowCharacters })
}
