import { type Context, inTransaction } from '../context.ts'
import type { Language } from '../texts/index.ts'
import { unguardCell } from './cell-guard.ts'
import { type CsvForm, csvBytes, csvContentType, usualCsvForm } from './csv-bytes.ts'
import type { CustomerImport, FileColumn } from './customer-import.ts'
import { readImport } from './customer-import-table.ts'
import { refusalWords } from './file-words.ts'
import { listImportRows } from './list-import-rows.ts'
import { readRecords } from './read-rows.ts'
import { refusedHeaders } from './refused-headers.ts'
import type { RowRefusal } from './row-refusal.ts'

export type RefusedFile = { name: string; contentType: string; bytes: AsyncGenerator<Buffer> }

/**
 * The rows that were refused, as a file to mend and to upload again (promise A13): the columns of the original in their
 * order, and behind them the line, the column and the reason, which an import leaves out of account. It is read from the
 * uploaded file anew, so that memory does not grow with it. Throws NotFoundError.
 */
export async function openRefusedRows(
  ctx: Context,
  { importId, language }: { importId: string; language: Language },
): Promise<RefusedFile> {
  const file = await inTransaction(ctx, (tx) => readImport(tx, importId))
  // Asked for first, so that a file that is gone is said before the download begins.
  const opened = await ctx.files.open(file.storageKey)
  opened.bytes.destroy()
  const { delimiter } = file.reading
  // Of a workbook, or with bars: as Vorder writes its own files.
  const form: CsvForm =
    delimiter === ',' || delimiter === '\t' ? { ...usualCsvForm, delimiter } : usualCsvForm
  return {
    name: `${file.fileName.replace(/\.[^.]*$/, '')}-refused.csv`,
    contentType: csvContentType,
    bytes: csvBytes(pagesOf(ctx, file, language), form),
  }
}

async function* pagesOf(ctx: Context, file: CustomerImport, language: Language): AsyncGenerator<string[][]> {
  yield [[...file.columns.map(({ header }) => header), ...refusedHeaders]]
  const refused = refusalsOf(ctx, file.id)
  let next = (await refused.next()).value
  for await (const records of readRecords(ctx, file)) {
    const rows: string[][] = []
    for (const { record, row } of records) {
      if (next?.record !== record) continue
      rows.push(cellsOf(row.cells, file.columns, { refusal: next.refusal, line: row.line, language }))
      next = (await refused.next()).value
    }
    yield rows
    if (!next) return
  }
}

type Refused = { record: number; refusal: RowRefusal }
const rowsAtOnce = 1_000

async function* refusalsOf(ctx: Context, importId: string): AsyncGenerator<Refused, undefined> {
  for (let after = 0; ; ) {
    const rows = await listImportRows(ctx, { importId, outcome: 'refuse', after, limit: rowsAtOnce })
    for (const { record, refusal } of rows) if (refusal) yield { record, refusal }
    after = rows.at(-1)?.record ?? 0
    if (rows.length < rowsAtOnce) return undefined
  }
}

/** Cells that were too many come last: the row is then refused again until somebody mends it. */
function cellsOf(
  cells: readonly string[],
  columns: readonly FileColumn[],
  why: { refusal: RowRefusal; line: number; language: Language },
): string[] {
  const { title, explanation } = refusalWords(why.refusal, why.language)
  const own = columns.map(({ index }) => unguardCell(cells[index] ?? ''))
  const tooMany = cells.slice(columns.length).map(unguardCell)
  return [...own, String(why.line), why.refusal.column ?? '', `${title}: ${explanation}`, ...tooMany]
}
