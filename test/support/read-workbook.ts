import type { Readable } from 'node:stream'
import { withWorkbook } from '../../src/customer-files/index.ts'

/** The names of a workbook's sheets, and every row of the first one, by the reader of our imports. */
export async function readWorkbook(bytes: Readable): Promise<{ sheets: string[]; rows: string[][] }> {
  const rows: string[][] = []
  let sheets: string[] = []
  const pages = withWorkbook(bytes, async function* (workbook) {
    sheets = workbook.sheets
    yield* workbook.rows(null)
  })
  for await (const page of pages) for (const { cells } of page) rows.push([...cells])
  return { sheets, rows }
}
