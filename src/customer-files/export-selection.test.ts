import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { addTestCreditor } from '../../test/support/test-context.ts'
import { type Context, creditorOf, forAllCreditors } from '../context.ts'
import type { CustomerSelection } from '../customer-lists/index.ts'
import { mergeCustomers } from '../customer-merges/index.ts'
import { createCustomer } from '../customers/index.ts'
import { cancelLongRun, getLongRun, type LongRun } from '../long-runs/index.ts'
import { openSharedFile } from '../shared-files/index.ts'
import { exportSelection } from './export-selection.ts'
import { startSelectionExport } from './start-selection-export.ts'

let world: TestApp
let ctx: Context
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

test('a filter gives who it shows, by name, with number and every fact as it is', async () => {
  await add({
    companyName: 'Zeta',
    vatNumber: '',
    email: 'z@zeta.example',
    cc: ['a@zeta.example', 'b@zeta.example'],
  })
  await add({ firstName: 'Bo', lastName: '=1+1', mobile: '+32470123456' })
  await add({ companyName: 'Alfa; "naam", zonder rest' })
  const all = await rowsOf(await exported({ filter: {} }))
  expect(all.map((row) => [row.company_name, row.last_name, row.customer_number])).toEqual([
    ['Alfa; "naam", zonder rest', '', 'C00003'],
    ['', "'=1+1", 'C00002'],
    ['Zeta', '', 'C00001'],
  ])
  expect(all[2]).toMatchObject({ cc: 'a@zeta.example; b@zeta.example', crm_id: '', crm_status: '' })
  expect(all[1]).toMatchObject({ mobile: "'+32470123456" })
  const persons = await exported({ filter: { kind: 'person' } })
  expect(persons).toMatchObject({ state: 'finished', doneCount: 1, totalCount: 1 })
  expect(await rowsOf(persons)).toHaveLength(1)
})

test('ids give exactly those of the business: none of another one, none that was merged away', async () => {
  const kept = await add({ companyName: 'Kept' })
  const merged = await add({ companyName: 'Merged' })
  await add({ companyName: 'Not chosen' })
  const stranger = await addTestCreditor(forAllCreditors(world.ctx), 'Another')
  const foreign = await add({ companyName: 'Foreign' }, stranger)
  await mergeCustomers(ctx, { customerId: kept, otherId: merged, take: {} })
  const run = await exported({ ids: [kept, merged, foreign, 'cus_nobody'] })
  expect((await rowsOf(run)).map((row) => row.company_name)).toEqual(['Kept'])
})

test('pressed twice it is one export; another person with the same wish has a file of their own', async () => {
  const selection = { filter: {} }
  const [one, two] = await Promise.all([start(selection), start(selection)])
  const bobs = await startSelectionExport({ ...ctx, actor: { kind: 'cli', id: 'bob' } }, { selection })
  const other = await start({ filter: { kind: 'person' } })
  expect(one.id).toBe(two.id)
  expect(new Set([one.id, bobs.id, other.id]).size).toBe(3)
  await world.drain()
  expect((await getLongRun(ctx, bobs.id)).result).not.toEqual((await getLongRun(ctx, one.id)).result)
})

test('cancelled while it writes: no file, and no half one', async () => {
  await addMany(12_000)
  const run = await start({ filter: {} })
  const put: Context['files']['put'] = (key, bytes) => ctx.files.put(key, cancelAfterFirst(run, bytes))
  await exportSelection({ ...ctx, files: { ...ctx.files, put } }, { runId: run.id })
  expect(await getLongRun(ctx, run.id)).toMatchObject({ state: 'cancelled', doneCount: 5_000, result: null })
  await world.drain()
  const { rows } = await ctx.database.owner.query(
    'select from shared_files where run_id = $1 and ready_at is not null',
    [run.id],
  )
  expect(rows).toEqual([])
})

test('more than a page of customers, equal names among them: everybody is in the file once', async () => {
  await addMany(12_000)
  const run = await exported({ filter: {} })
  expect(run).toMatchObject({ state: 'finished', doneCount: 12_000, totalCount: 12_000 })
  const numbers = (await rowsOf(run)).map((row) => row.customer_number)
  expect(new Set(numbers).size).toBe(12_000)
  expect(numbers).toHaveLength(12_000)
})

async function* cancelAfterFirst(run: LongRun, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  let parts = 0
  for await (const part of bytes) {
    parts += 1
    // The mark, the header, and the first page.
    if (parts === 3) await cancelLongRun(ctx, run.id)
    yield part
  }
}

function start(selection: CustomerSelection): Promise<LongRun> {
  return startSelectionExport(ctx, { selection })
}

async function exported(selection: CustomerSelection): Promise<LongRun> {
  const { id } = await start(selection)
  await world.drain()
  return getLongRun(ctx, id)
}

async function rowsOf(run: LongRun): Promise<Record<string, string>[]> {
  const { bytes } = await openSharedFile(ctx, String(run.result?.sharedFileId))
  const parts = []
  for await (const part of bytes) parts.push(part as Buffer)
  return parse(Buffer.concat(parts), { bom: true, columns: true, delimiter: ';' })
}

async function add(facts: object, own = ctx): Promise<string> {
  const customer = await createCustomer(own, { facts })
  return customer.id
}

async function addMany(count: number): Promise<void> {
  await ctx.database.owner.query(
    `insert into customers (id, creditor_id, number, kind, company_name, created_at, updated_at)
     select 'cus_' || $1 || n, $1, 'M' || n, 'company', 'Same name', now(), now() from generate_series(1, $2::int) n`,
    [creditorOf(ctx), count],
  )
}
