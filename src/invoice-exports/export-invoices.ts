import { listConnections } from '../connections/index.ts'
import type { Context } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { type CsvCell, csvBytes, csvContentType } from '../customer-files/index.ts'
import { type InvoicePlace, type ListedInvoice, pageInvoicesByDate } from '../invoice-lists/index.ts'
import { defineJob } from '../jobs/index.ts'
import {
  type LongRun,
  type LongRunEnd,
  type LongRunWork,
  moveLongRun,
  workOnLongRun,
} from '../long-runs/index.ts'
import { createSharedFile } from '../shared-files/index.ts'
import { type Cell, columnWidths, type InvoiceExport, invoiceColumnOrder } from './export-format.ts'
import { exportWords } from './export-words.ts'
import { type Beside, headerCells, invoiceCells } from './invoice-cells.ts'
import { xlsxBytes, xlsxContentType } from './xlsx-bytes.ts'

export const exportInvoicesJob = defineJob<LongRunWork>('export-invoices', 'stately')

const rowsAtOnce = 1_000
/** On a busy machine every round trip to the database waits for its turn: progress is told now and then. */
const toldEvery = 5_000

/**
 * Writes the invoices of a selection to a shared file, the newest first. Memory does not grow with their number. A stop
 * begins the file anew: it takes seconds.
 */
export function exportInvoices(ctx: Context, input: { runId: string }): Promise<void> {
  return workOnLongRun(ctx, input.runId, async (run): Promise<LongRunEnd> => {
    const asked = run.input as unknown as InvoiceExport
    try {
      const file = await createSharedFile(ctx, {
        name: String(run.input.name),
        contentType: asked.format === 'csv' ? csvContentType : xlsxContentType,
        purpose: 'invoice_export',
        runId: run.id,
        owner: { id: run.startedById, name: run.startedByName },
        bytes: () => bytesOf(cellPages(ctx, run, asked), asked),
      })
      return { state: 'finished', result: { sharedFileId: file.id } }
    } catch (error) {
      if (error instanceof Cancelled) return { state: 'cancelled' }
      throw error
    }
  })
}

/** Ends the writing of the file from within; what was written of it goes away. */
class Cancelled extends Error {}

function bytesOf(pages: AsyncGenerator<Cell[][]>, { format, delimiter, language }: InvoiceExport) {
  if (format === 'xlsx') {
    const widths = invoiceColumnOrder.map((column) => columnWidths[column])
    return xlsxBytes(pages, { name: exportWords(language).sheet, widths })
  }
  return csvBytes(csvPages(pages, delimiter), { delimiter, hasByteOrderMark: true })
}

async function* csvPages(pages: AsyncIterable<Cell[][]>, delimiter: string): AsyncGenerator<CsvCell[][]> {
  // Where a semicolon separates cells, a comma separates the cents: Excel goes by the customs of the country.
  const mark = delimiter === ';' ? ',' : '.'
  for await (const rows of pages) yield rows.map((row) => row.map((cell) => csvCell(cell, mark)))
}

function csvCell(cell: Cell, mark: string): CsvCell {
  if (typeof cell === 'string') return cell
  return 'day' in cell ? cell.day : { number: cell.amount.replace('.', mark) }
}

async function* cellPages(ctx: Context, run: LongRun, asked: InvoiceExport): AsyncGenerator<Cell[][]> {
  yield [headerCells(asked.language)]
  const beside = await besideOf(ctx, asked)
  let doneCount = 0
  for await (const invoices of readAhead(ctx, asked)) {
    yield invoices.map((invoice) => invoiceCells(invoice, beside))
    doneCount += invoices.length
    if (doneCount % toldEvery === 0) await tell(ctx, run, { doneCount })
  }
  // The selection may hold more or fewer than when it was counted.
  await tell(ctx, run, { doneCount, totalCount: doneCount })
}

async function tell(
  ctx: Context,
  run: LongRun,
  progress: { doneCount: number; totalCount?: number },
): Promise<void> {
  if (!(await moveLongRun(ctx, run.id, progress))) throw new Cancelled('The export was cancelled')
}

/** Reads the next page while one is written. */
async function* readAhead(ctx: Context, { selection }: InvoiceExport): AsyncGenerator<ListedInvoice[]> {
  const read = (after: InvoicePlace | undefined) =>
    pageInvoicesByDate(ctx, { selection, after, limit: rowsAtOnce })
  let next: ReturnType<typeof read> | undefined = read(undefined)
  while (next) {
    const page: Awaited<ReturnType<typeof read>> = await next
    next = page.next && read(page.next)
    // It is awaited above; until then nobody hears that it failed.
    next?.catch(() => {})
    yield page.items
  }
}

async function besideOf(ctx: Context, { language, today }: InvoiceExport): Promise<Beside> {
  const { timeZone } = await getCreditor(ctx)
  const connections = await listConnections(ctx)
  const accounts = connections.map(({ id, accountName: name, departments }) => {
    const names = new Map(departments.map((department) => [department.externalId, department.name]))
    return [id, { name, departments: names }] as const
  })
  return { language, timeZone, today, accounts: new Map(accounts) }
}
