import { Readable } from 'node:stream'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { FileRow } from '../read-csv.ts'
import { withWorkbook } from './with-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

test('what a spreadsheet program writes is read as a person sees it', async () => {
  const bytes = await writeXlsxFile([
    [{ value: 'Naam' }, null, { value: 'Klant sinds' }, { value: 'Actief' }],
    [
      { value: ' Échoppe & <Zn> 😀 ' },
      null,
      { value: new Date(Date.UTC(2026, 10, 22)), format: 'dd/mm/yyyy' },
      { value: true },
    ],
    [],
    [null, { value: 1.5 }, { value: 32470123456 }, { value: 7, format: '0000' }],
  ]).toBuffer()
  expect(await rowsOf(bytes)).toEqual([
    { line: 1, cells: ['Naam', '', 'Klant sinds', 'Actief'] },
    { line: 2, cells: [' Échoppe & <Zn> 😀 ', '', '2026-11-22', 'TRUE'] },
    { line: 4, cells: ['', '1.5', '32470123456', '0007'] },
  ])
})

test('other forms of a cell: shared and rich text, in place, formulas, errors, exponents, escapes, without addresses', async () => {
  const bytes = workbook({
    sheet: `<row r="3">
      <c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="inlineStr"><is><r><t>in </t></r><r><t>place</t></r></is></c>
      <c r="D3" t="str"><f>A3&amp;B3</f><v>computed</v></c><c r="E3" t="e"><v>#N/A</v></c><c r="F3"><v>3.2470123456E10</v></c>
      <c r="AA3" t="b"><v>0</v></c></row>
      <row><c t="s"><v>0</v></c><c><v>0.1</v></c><c t="s"><v>99</v></c><c s="1"><v>45000.75</v></c><c r="F4" t="d"><v>2026-11-22</v></c></row>`,
    strings: `<si><t>line_x000D_break</t></si><si><t xml:space="preserve"> kept </t></si>
      <si><r><rPr><b/></rPr><t>rich </t></r><r><t><![CDATA[<text>]]></t></r><rPh sb="0" eb="1"><t>sound</t></rPh></si>`,
  })
  const [first, second] = await rowsOf(bytes)
  expect(first).toEqual({
    line: 3,
    cells: [
      ' kept ',
      'rich <text>',
      'in place',
      'computed',
      '#N/A',
      '32470123456',
      ...Array(20).fill(''),
      'FALSE',
    ],
  })
  expect(second).toEqual({ line: 4, cells: ['line\rbreak', '0.1', '', '2023-03-15 18:00', '', '2026-11-22'] })
})

test('sheets by the names on their tabs; one that is not there is said', async () => {
  const bytes = await writeXlsxFile([
    { sheet: 'Één', data: [[{ value: 'a' }]] },
    { sheet: 'Twee', data: [[{ value: 'b' }]] },
  ]).toBuffer()
  expect(await gather(withWorkbook(Readable.from([bytes]), (book) => oneOf(book.sheets)))).toEqual([
    ['Één', 'Twee'],
  ])
  expect(await rowsOf(bytes, 'Twee')).toEqual([{ line: 1, cells: ['b'] }])
  await expect(rowsOf(bytes, 'Drie')).rejects.toMatchObject({ code: 'no_such_sheet' })
})

test.each([
  ['a document of another program', pack({ 'word/document.xml': '<a/>' }), 'not_a_workbook'],
  [
    'an OpenDocument sheet',
    pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    'not_a_workbook',
  ],
  ['a workbook without its sheet', pack({ ...parts({}), 'xl/worksheets/sheet1.xml': '' }), 'broken_workbook'],
  ['a cut workbook', workbook({}).subarray(0, 400), 'broken_workbook'],
  ['no packed file at all', Buffer.from('PK\u0003\u0004 and then nothing'), 'broken_workbook'],
  ['XML that is none', workbook({ sheet: '<row><c></row>' }), 'broken_workbook'],
  ['an unknown entity', workbook({ sheet: '<row><c t="str"><v>&boom;</v></c></row>' }), 'broken_workbook'],
  ['a column too far', workbook({ sheet: '<row><c r="XFD1"><v>1</v></c></row>' }), 'too_many_columns'],
  [
    'a cell too long',
    workbook({ sheet: `<row><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>` }),
    'cell_too_long',
  ],
  [
    'a text without end',
    workbook({ sheet: `<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>` }),
    'broken_workbook',
  ],
])('%s is refused', async (_name, bytes, code) => {
  await expect(rowsOf(bytes)).rejects.toMatchObject({ code })
})

test('no entity grows and no other file is opened: a document type is refused', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  )
  for (const entities of [
    `<!ENTITY l0 "ha">${laughs.join('')}`,
    '<!ENTITY l9 SYSTEM "file:///etc/passwd">',
  ]) {
    const sheet = `<!DOCTYPE x [${entities}]><worksheet xmlns="${main}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`
    await expect(rowsOf(pack({ ...parts({}), 'xl/worksheets/sheet1.xml': sheet }))).rejects.toMatchObject({
      code: 'broken_workbook',
    })
  }
})

test('a small file that would unpack to a gigabyte is refused before it is unpacked', async () => {
  const row = `<row>${'<c t="str"><v>x</v></c>'.repeat(100)}</row>`
  const bomb = workbook({ sheet: row.repeat(40_000) })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  const startedAt = performance.now()
  await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'workbook_too_large' })
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test('tags in tags without end are refused before they fill the memory', async () => {
  const nested = workbook({ sheet: '<row><c><v>'.repeat(100_000) })
  await expect(rowsOf(nested)).rejects.toMatchObject({ code: 'broken_workbook' })
})

test('a row whose cells all name one long text is refused, with its place', async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(100)
  const bytes = workbook({
    strings: `<si><t>${'x'.repeat(30_000)}</t></si>`,
    sheet: `<row r="1"><c t="s"><v>0</v></c></row><row r="7">${cells}</row>`,
  })
  await expect(rowsOf(bytes)).rejects.toMatchObject({
    code: 'row_too_long',
    problem: { line: 7, limit: 1_000_000 },
  })
})

test('a part that is small in every workbook is refused when it is not', async () => {
  const target = 'a'.repeat(20_000)
  const relations = Array.from(
    { length: 1_100 },
    (_, index) => `<Relationship Id="r${index}" Type="t" Target="${target}"/>`,
  )
  const text = `<Relationships>${relations.join('')}</Relationships>`
  const bytes = pack({ ...parts({}), 'xl/_rels/workbook.xml.rels': text }, 0)
  await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'workbook_too_large' })
})

test('a packed file that lies about its size is found out', async () => {
  const honest = workbook({ sheet: '<row><c t="str"><v>some text</v></c></row>'.repeat(2_000) })
  await expect(rowsOf(withSmallerSizes(honest))).rejects.toMatchObject({ code: 'broken_workbook' })
})

test('as many texts as a large list has stay out of memory', async () => {
  const count = 300_000
  const strings = Array.from(
    { length: count },
    (_, index) => `<si><t>Customer number ${index} of the list</t></si>`,
  )
  const cells = Array.from({ length: count / 10 }, (_, row) => {
    const own = Array.from({ length: 10 }, (_empty, column) => `<c t="s"><v>${row * 10 + column}</v></c>`)
    return `<row>${own.join('')}</row>`
  })
  const bytes = workbook({ strings: strings.join(''), sheet: cells.join('') })
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = 0
  let seen = 0
  for await (const rows of withWorkbook(Readable.from([bytes]), (book) => book.rows(null))) {
    for (const { cells: texts } of rows) {
      if (texts[9] !== `Customer number ${seen * 10 + 9} of the list`) throw new Error(`Row ${seen} is wrong`)
      seen += 1
    }
    most = Math.max(most, process.memoryUsage().rss)
  }
  expect(seen).toBe(count / 10)
  expect(most - before).toBeLessThan(100 * 1024 * 1024)
})

async function rowsOf(bytes: Uint8Array, sheet: string | null = null): Promise<FileRow[]> {
  const rows = await gather(withWorkbook(Readable.from([bytes]), (book) => book.rows(sheet)))
  return rows.flat().filter(({ cells }) => cells.length > 0)
}

async function gather<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

async function* oneOf<T>(value: T): AsyncGenerator<T> {
  yield value
}

/** A workbook by hand, for what no program writes. */
function workbook(input: { sheet?: string; strings?: string }): Buffer {
  return pack(parts(input))
}

function parts({ sheet = '', strings = '' }: { sheet?: string; strings?: string }): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  return {
    '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:q="${relations}"><x:sheets><x:sheet name="One" sheetId="1" q:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  }
}

function pack(files: Record<string, string>, level: 0 | 9 = 9): Buffer {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
  )
  return Buffer.from(zipSync(entries, { level }))
}

/** The table of contents says that each part unpacks to one byte less than it does. */
function withSmallerSizes(bytes: Buffer): Buffer {
  const lying = Buffer.from(bytes)
  for (let at = lying.indexOf('PK\u0001\u0002'); at !== -1; at = lying.indexOf('PK\u0001\u0002', at + 4)) {
    lying.writeUInt32LE(lying.readUInt32LE(at + 24) - 1, at + 24)
  }
  return lying
}
