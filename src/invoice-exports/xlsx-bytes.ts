import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { CalendarDay } from '../values/index.ts'
import type { Cell } from './export-format.ts'

export const xlsxContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * An Excel workbook with one sheet (ECMA-376, part 1, 18) piece by piece, a page of rows at a time, so that memory does not
 * grow with the file. The first row is bold and stays in sight. Texts are texts: none can become a formula.
 */
export async function* xlsxBytes(
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
  { name: sheetName, widths }: { name: string; widths: readonly number[] },
): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, text] of Object.entries(smallParts(sheetName))) add(zip, name).push(strToU8(text), true)
  const sheet = add(zip, 'xl/worksheets/sheet1.xml')
  sheet.push(strToU8(sheetStart(widths)))
  let row = 0
  for await (const rows of pages) {
    const lines = rows.map((cells) => {
      row += 1
      return rowXml(cells, row)
    })
    sheet.push(strToU8(lines.join('')))
    yield* chunks.splice(0)
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* chunks.splice(0)
}

function add(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 1 })
  // A fixed moment: the same invoices make the same file.
  part.mtime = new Date(2000, 0, 1)
  zip.add(part)
  return part
}

/** The styles by their place in `styles.xml`. */
const bold = 1
const dayStyle = 2
const amountStyle = 3

function rowXml(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`, row === 1))
  return `<row r="${row}">${written.join('')}</row>`
}

function cellXml(cell: Cell, place: string, isHeader: boolean): string {
  if (cell === '') return ''
  if (typeof cell === 'string') {
    const style = isHeader ? ` s="${bold}"` : ''
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
  }
  if ('amount' in cell) return `<c r="${place}" s="${amountStyle}"><v>${cell.amount}</v></c>`
  const day = dayNumber(cell.day)
  // Before 1900 Excel knows no days.
  if (day < 1) return cellXml(cell.day, place, isHeader)
  return `<c r="${place}" s="${dayStyle}"><v>${day}</v></c>`
}

/** A, B, …, Z, AA: as many as a file of ours has. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

const firstDay = Date.UTC(1899, 11, 30)

/** Excel counts days from 1900 on, with a 29 February 1900 that never was; from 1 March 1900 on this is its number. */
function dayNumber(day: CalendarDay): number {
  const number = (Date.parse(`${day}T00:00:00Z`) - firstDay) / 86_400_000
  return number >= 61 ? number : 0
}

/** What XML cannot hold is left out; what Excel would take for an escape of its own (`_x000D_`) is escaped. */
function xmlText(text: string): string {
  return (
    text
      // A cell of Excel holds no more.
      .slice(0, 32_767)
      .toWellFormed()
      .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll('\r', '_x000D_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
}

function smallParts(sheetName: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}
