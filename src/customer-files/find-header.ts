import { isEitherName, plainHeader, targetOfHeader } from './header-names.ts'
import type { FileRow } from './read-csv.ts'
import { isRefusedHeader } from './refused-headers.ts'

/** Titles, dates and empty rows stand above the headers of many workbooks; never more rows than this. */
const rowsToSearch = 10
/** One word that we know may well be a title, or somebody's name. */
const namesAtLeast = 2

/**
 * The row that names the columns: of the first ten that hold something the one with the most names that we know, at
 * least two; the first of those that have as many. Else the first row, when it looks like headers. Undefined when
 * there is none.
 */
export function findHeader(rows: readonly FileRow[]): FileRow | undefined {
  return mostNamed(rows.slice(0, rowsToSearch)) ?? (looksLikeHeader(rows) ? rows[0] : undefined)
}

function mostNamed(rows: readonly FileRow[]): FileRow | undefined {
  const counts = rows.map(namesIn)
  const most = Math.max(0, ...counts)
  return most < namesAtLeast ? undefined : rows[counts.indexOf(most)]
}

/** Different names only. A row with an e-mail address is about somebody, whatever its other cells are called. */
function namesIn({ cells }: FileRow): number {
  if (cells.some((cell) => cell.includes('@'))) return 0
  return new Set(cells.filter(isKnownHeader).map(plainHeader)).size
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
