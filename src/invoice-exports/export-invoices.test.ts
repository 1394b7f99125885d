import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addInvoices } from '../../test/support/add-invoices.ts'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { readWorkbook } from '../../test/support/read-workbook.ts'
import { addTestCreditor } from '../../test/support/test-context.ts'
import { type Context, creditorOf, forAllCreditors } from '../context.ts'
import type { InvoiceFilter } from '../invoice-lists/index.ts'
import { cancelLongRun, getLongRun, type LongRun } from '../long-runs/index.ts'
import { openSharedFile } from '../shared-files/index.ts'
import type { InvoiceExport } from './export-format.ts'
import { exportInvoices } from './export-invoices.ts'
import { startInvoiceExport } from './start-invoice-export.ts'

let world: TestApp
let ctx: Context
let serial = 0
beforeAll(async () => {
  world = await createTestApp({ switches: false })
})
afterAll(() => world.stop())
beforeEach(async () => {
  ctx = {
    ...(await addTestCreditor(forAllCreditors(world.ctx))),
    actor: { kind: 'cli', id: 'ann', name: 'Ann' },
  }
})

const all: InvoiceFilter = { state: 'all', today: '2026-06-15' }

test('a workbook holds every cell as it is: days, amounts, text that looks like a formula', async () => {
  await addThree()
  const run = await exported({ format: 'xlsx', language: 'nl' })
  expect(run).toMatchObject({ state: 'finished', doneCount: 3, totalCount: 3 })
  const bytes = await bytesOf(run)
  const { sheets, rows } = await readWorkbook(Readable.from(bytes))
  expect(sheets).toEqual(['Facturen'])
  // Without a width of its own a day shows as ######## in Excel.
  expect(sheetOf(bytes)).toContain('<col min="3" max="3" width="13" customWidth="1"/>')
  expect(rows[0]?.slice(0, 8)).toEqual([
    'Nummer',
    'Klant',
    'Factuurdatum',
    'Vervaldag',
    'Munt',
    'Totaal',
    'Openstaand',
    'Status',
  ])
  expect(rows.slice(1).map((row) => row.slice(0, 7))).toEqual([
    ['', 'Zonder datum', '', '', 'JPY', '1500', '1500'],
    ['2026 / 2', '=cmd|"/c calc"!A1', '2026-03-01', '2026-03-31', 'EUR', '-12.5', '-12.5'],
    ['2026 / 1', 'Échoppe & <Zn> 😀 _x0041_', '2026-02-28', '', 'EUR', '123456.78', '0'],
  ])
  expect(rows[3]).toContain('Betaald')
  expect(rows[3]).toContain('Shop')
  expect(rows[2]).toContain('Vervallen')
})

test('CSV: a formula is defused, a negative amount stays one, cents go by the separator', async () => {
  await addThree()
  const semicolons = await csvOf(await exported({}), ';')
  expect(semicolons.map((row) => [row.Customer, row.Total, row['Invoice date']])).toEqual([
    ['Zonder datum', '1500', ''],
    [`'=cmd|"/c calc"!A1`, '-12,50', '2026-03-01'],
    ['Échoppe & <Zn> 😀 _x0041_', '123456,78', '2026-02-28'],
  ])
  const commas = await csvOf(await exported({ delimiter: ',' }), ',')
  expect(commas.map((row) => row.Total)).toEqual(['1500', '-12.50', '123456.78'])
})

test('a filter and ids give exactly theirs, none of another business', async () => {
  await addThree()
  const stranger = await addTestCreditor(forAllCreditors(world.ctx), 'Another')
  await addInvoices(stranger, [{ id: 'inv_foreign', customerName: 'Foreign' }])
  const paid = await csvOf(await exported({ selection: { filter: { ...all, state: 'paid' } } }), ';')
  expect(paid.map((row) => row.Number)).toEqual(['2026 / 1'])
  const ids = await csvOf(await exported({ selection: { ids: [idOf(2), 'inv_foreign'] } }), ';')
  expect(ids.map((row) => row.Number)).toEqual(['2026 / 2'])
})

test('pressed twice it is one export; another format, or another person, has a file of its own', async () => {
  await addThree()
  const [one, two] = await Promise.all([start({}), start({})])
  const workbook = await start({ format: 'xlsx' })
  const bobs = await startInvoiceExport({ ...ctx, actor: { kind: 'cli', id: 'bob' } }, wish({}))
  expect(one.id).toBe(two.id)
  expect(new Set([one.id, workbook.id, bobs.id]).size).toBe(3)
  await world.drain()
  expect((await getLongRun(ctx, bobs.id)).result).not.toEqual((await getLongRun(ctx, one.id)).result)
})

test('stopped in the middle it leaves no half file, and the next one to take it up writes a whole one', async () => {
  await addMany(2_500)
  const run = await start({ format: 'xlsx' })
  const put: Context['files']['put'] = (key, bytes) => ctx.files.put(key, breakingAfter(bytes, 2))
  const broken = exportInvoices({ ...ctx, files: { ...ctx.files, put } }, { runId: run.id })
  await expect(broken).rejects.toThrow()
  expect(await filesOf(run)).toEqual([])
  // A process that is killed cannot end its run: put it back as such a one leaves it.
  await ctx.database.owner.query(`update long_runs set state = 'running', finished_at = null where id = $1`, [
    run.id,
  ])
  await exportInvoices(ctx, { runId: run.id })
  const { rows } = await readWorkbook(Readable.from(await bytesOf(await getLongRun(ctx, run.id))))
  expect(new Set(rows.slice(1).map(([number]) => number)).size).toBe(2_500)
  expect(rows).toHaveLength(2_501)
})

test('cancelled while it writes: no file', async () => {
  await addMany(6_000)
  const run = await start({})
  const put: Context['files']['put'] = (key, bytes) => ctx.files.put(key, cancelling(run, bytes))
  await exportInvoices({ ...ctx, files: { ...ctx.files, put } }, { runId: run.id })
  expect(await getLongRun(ctx, run.id)).toMatchObject({ state: 'cancelled', result: null })
  expect(await filesOf(run)).toEqual([])
})

function wish(given: Partial<InvoiceExport>): Omit<InvoiceExport, 'today'> {
  return { selection: { filter: all }, format: 'csv', delimiter: ';', language: 'en', ...given }
}

function start(given: Partial<InvoiceExport>): Promise<LongRun> {
  return startInvoiceExport(ctx, wish(given))
}

async function exported(given: Partial<InvoiceExport>): Promise<LongRun> {
  const { id } = await start(given)
  await world.drain()
  return getLongRun(ctx, id)
}

async function bytesOf(run: LongRun): Promise<Buffer> {
  const { bytes } = await openSharedFile(ctx, String(run.result?.sharedFileId))
  const parts = []
  for await (const part of bytes) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

async function csvOf(run: LongRun, delimiter: string): Promise<Record<string, string>[]> {
  return parse(await bytesOf(run), { bom: true, columns: true, delimiter })
}

async function filesOf(run: LongRun): Promise<unknown[]> {
  const { rows } = await ctx.database.owner.query(
    'select id from shared_files where run_id = $1 and ready_at is not null',
    [run.id],
  )
  return rows
}

function idOf(n: number): string {
  return `inv_${creditorOf(ctx)}_${n}`
}

async function addThree(): Promise<void> {
  serial += 1
  const customer = (n: number) => ({ customerId: `cus_export_${serial}_${n}` })
  await addInvoices(ctx, [
    {
      id: idOf(1),
      ...customer(1),
      number: '2026 / 1',
      customerName: 'Échoppe & <Zn> 😀 _x0041_',
      invoiceDate: '2026-02-28',
      totalCents: 12_345_678,
      state: 'paid',
      department: 'dep-1',
    },
    {
      id: idOf(2),
      ...customer(2),
      number: '2026 / 2',
      customerName: '=cmd|"/c calc"!A1',
      invoiceDate: '2026-03-01',
      dueDate: '2026-03-31',
      totalCents: -1_250,
    },
    { id: idOf(3), ...customer(3), customerName: 'Zonder datum', currency: 'JPY', totalCents: 1_500 },
  ])
}

function addMany(count: number): Promise<void> {
  return addInvoices(
    ctx,
    Array.from({ length: count }, (_, n) => ({ id: idOf(n), number: `N${n}`, invoiceDate: '2026-05-01' })),
  )
}

type Bytes = Parameters<Context['files']['put']>[1]

async function* breakingAfter(bytes: Bytes, parts: number) {
  let seen = 0
  for await (const part of bytes) {
    seen += 1
    if (seen > parts) throw new Error('The disk went away')
    yield part
  }
}

async function* cancelling(run: LongRun, bytes: Bytes) {
  let parts = 0
  for await (const part of bytes) {
    parts += 1
    if (parts === 3) await cancelLongRun(ctx, run.id)
    yield part
  }
}

function sheetOf(workbook: Buffer): string {
  return strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}
