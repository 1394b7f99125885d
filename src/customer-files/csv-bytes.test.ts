import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unguardCell } from './cell-guard.ts'
import { type CsvForm, csvBytes, usualCsvForm } from './csv-bytes.ts'

async function textOf(rows: string[][], form?: CsvForm): Promise<string> {
  async function* pages() {
    for (const row of rows) yield [row]
  }
  const parts: Buffer[] = []
  for await (const part of csvBytes(pages(), form)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

test('cells are separated by semicolons, rows by line breaks, and UTF-8 is marked for Excel', async () => {
  expect(
    await textOf([
      ['naam', 'plaats'],
      ['Ann', 'Liège'],
    ]),
  ).toBe('\uFEFFnaam;plaats\r\nAnn;Liège\r\n')
})

test('the mark can be left out, and a country that separates by semicolons gets semicolons', async () => {
  const form = { delimiter: ';', hasByteOrderMark: false } as const
  expect(
    await textOf(
      [
        ['a', 'b;c'],
        ['', '1'],
      ],
      form,
    ),
  ).toBe('a;"b;c"\r\n;1\r\n')
})

test('a file without rows is an empty file', async () => {
  expect(await textOf([])).toBe('\uFEFF')
})

const cell = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.string({ unit: fc.constantFrom(...'\'=+-@,;\t\r\n "a1\uFEFF') }),
)
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })

test.each([',', ';', '\t'] as const)(
  'whatever stands in the cells, another program reads the same back (separated by %j)',
  async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = await textOf(rows, { delimiter, hasByteOrderMark: true })
        const read = parse(text, { bom: true, delimiter, record_delimiter: '\r\n' }) as string[][]
        expect(read.map((row) => row.map(unguardCell))).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  },
)

test('what is written stays small in memory: a page at a time', async () => {
  let given = 0
  async function* pages() {
    for (; given < 1_000; given += 1) yield [['x'.repeat(1_000)]]
  }
  for await (const _ of csvBytes(pages(), { ...usualCsvForm, hasByteOrderMark: false })) break
  expect(given).toBe(0)
})
