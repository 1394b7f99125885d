import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileProblemError } from './file-problem-error.ts'
import { type FileRow, readCsv } from './read-csv.ts'

const spectrum = `${import.meta.dirname}/../../node_modules/csv-spectrum`
const names = readdirSync(`${spectrum}/csvs`).map((name) => name.replace('.csv', ''))

test.each(names)('csv-spectrum: %s', async (name) => {
  const [header, ...rows] = (await read([readFileSync(`${spectrum}/csvs/${name}.csv`, 'utf8')])).map(cellsOf)
  const records = rows.map((row) => Object.fromEntries((header ?? []).map((key, index) => [key, row[index]])))
  const expected = [JSON.parse(readFileSync(`${spectrum}/json/${name}.json`, 'utf8'))].flat() as object[]
  // NOTE: of this one file the two forms in the package name different phone numbers.
  const given = name === 'location_coordinates' ? { 'Contact Phone Number': '2095257564' } : {}
  expect(records).toEqual(expected.map((record) => ({ ...record, ...given })))
})

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[ab",;\r\n\t ]{0,8}$/),
  fc.constantFrom('', '"', '""', '\r', '\n', '\r\n', ',', '=1', "'", '\ufeff', '\0'),
)
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 })

test('whatever is written comes back, in whatever pieces it arrives', async () => {
  const cuts = fc.array(fc.nat(200), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(table, cuts, fc.constantFrom(',', ';', '\t', '|'), async (rows, places, delimiter) => {
      const text = stringify(rows, { delimiter, quoted: true, record_delimiter: '\r\n' })
      expect((await read(cut(text, places), delimiter)).map(cellsOf)).toEqual(rows)
    }),
    { seed: 20_261_122, numRuns: 400 },
  )
})

test('reads what another reader reads, unquoted cells and line ends of all kinds included', async () => {
  const piece = fc.constantFrom('a', 'b', ' ', ',', '\n', '\r\n', '"x"', '"x""y"', '"a,b"', '"l\nm"')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('')
      const theirs = byCsvParse(text)
      if (!theirs) return
      const ours = (await read([text])).map(cellsOf)
      expect(ours).toEqual(theirs)
    }),
    { seed: 20_261_122, numRuns: 1_000 },
  )
})

test('a cell over several lines does not shift the lines of those behind it', async () => {
  const rows = await read(['a,b\r\n"one\r\ntwo\nthree\rfour",x\r\n\r\n\nlast,y'])
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 8])
})

test('mixed line ends, a last line without one, and a quotation mark inside a cell are no trouble', async () => {
  expect((await read(['a,b\rc,d\n5" pipe,f\r\ng,h'])).map(cellsOf)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['5" pipe', 'f'],
    ['g', 'h'],
  ])
})

test.each([
  ['a quote that is never closed', 'a,b\nc,d\ne,"f\ng,h\n', { code: 'unclosed_quote', line: 3 }],
  ['closed only by the next one', 'a,b\n"c,d\n"e",f\n', { code: 'broken_quote', line: 2 }],
  ['in the middle of a row', 'x\n"a\nb","c" d\n', { code: 'broken_quote', line: 3 }],
  ['too long a cell', `a,b\nc,${'x'.repeat(32_768)}\n`, { code: 'cell_too_long', line: 2 }],
  ['too many columns', `a\n${','.repeat(200)}\n`, { code: 'too_many_columns', line: 2 }],
  ['too long a row', `${`${'x'.repeat(30_000)},`.repeat(100)}`, { code: 'row_too_long', line: 1 }],
])('%s is refused with its line', async (_name, text, problem) => {
  await expect(read(cut(text, [1, 2, 500, 40_000]))).rejects.toMatchObject({ problem })
  await expect(read([text])).rejects.toMatchObject({ problem })
})

test('a quoted cell may hold as much as a plain one', async () => {
  const long = '"'.repeat(32_767)
  expect((await read(cut(`a,"${long.replaceAll('"', '""')}"\n`, [10, 30_000]))).map(cellsOf)).toEqual([
    ['a', long],
  ])
})

test('fifty megabytes that claim to be one cell are refused early, without being held', async () => {
  const part = 'x'.repeat(64 * 1024)
  let sent = 0
  async function* endless() {
    yield 'name\n"'
    for (; sent < 50 * 16; sent += 1) yield part
  }
  const before = process.memoryUsage().rss
  await expect(gather(readCsv(endless(), ','))).rejects.toBeInstanceOf(FileProblemError)
  expect(sent).toBeLessThan(4)
  expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024)
})

function read(texts: readonly string[], delimiter = ','): Promise<FileRow[]> {
  return gather(readCsv(pieces(texts), delimiter))
}

async function gather(rows: AsyncIterable<FileRow[]>): Promise<FileRow[]> {
  const all: FileRow[] = []
  for await (const some of rows) all.push(...some)
  return all
}

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

function cut(text: string, lengths: readonly number[]): string[] {
  const parts: string[] = []
  let rest = text
  for (const length of lengths) {
    parts.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...parts, rest]
}

function cellsOf({ cells }: FileRow): string[] {
  return cells
}

/** Undefined where the two are meant to differ: it refuses quotation marks inside of cells. */
function byCsvParse(text: string): string[][] | undefined {
  try {
    const options = {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }
    return parse(text, options)
  } catch {
    return undefined
  }
}
