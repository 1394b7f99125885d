// Promise B7: a period or some numbers can be previewed and imported by hand, by the calendar of the account
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { linesByHand, pressByHand, runByHand, seeImport } from '../support/import-by-hand.ts'
import { invoiceCount, lineOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
})
afterEach(() => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.ignoreFilters(false)
})
afterAll(() => world.stop())

const day = 86_400_000

test('a preview says what would come in, writes nothing, and the import then does just that', async () => {
  const { control, journal } = world.teamleader
  const made = {
    imported: control.addInvoice({ total: 12_100 }),
    draft: control.addInvoice({ status: 'draft', total: 700 }),
    paid: control.addInvoice({ status: 'matched', total: 900 }),
    zero_amount: control.addInvoice({ total: 0 }),
    negative_amount: control.addInvoice({ total: -500 }),
  }
  const before = await everything()
  journal.clear()
  const preview = await runByHand(world, 'preview')
  expect(preview).toMatchObject({
    isPreview: true,
    found: 5,
    isComplete: true,
    counts: { imported: 1, updated: 0, unchanged: 0, skipped: 4, failed: 0 },
    run: { state: 'finished', doneCount: 5, totalCount: 5 },
  })
  expect(preview.totals).toContainEqual({
    outcome: 'imported',
    count: 1,
    total: { amountCents: 12_100, currency: 'EUR' },
  })
  const lines = await linesByHand(world, preview.run.id, 2)
  for (const [cause, invoice] of Object.entries(made))
    expect(lines.get(invoice.id)?.cause?.code ?? 'imported').toBe(cause)
  expect(await everything()).toEqual(before)
  const operations = new Set(journal.requests().map((request) => request.operation))
  expect([...operations].filter((name) => !/\.(list|info)$/.test(name))).toEqual([])

  const done = await runByHand(world, 'import')
  expect(done).toMatchObject({ isPreview: false, counts: preview.counts, causes: preview.causes })
  expect([...(await linesByHand(world, done.run.id)).values()]).toEqual([...lines.values()])
  expect(await invoiceCount(world)).toBe(1)
  expect(await lineOf(world, made.imported.id)).toMatchObject({ outcome: 'imported' })
  const runs = await world.get('/import-runs')
  expect(runs.items[0]).toMatchObject({ kind: 'by_hand', state: 'finished', counts: done.counts })

  const again = await runByHand(world, 'import')
  expect(again.counts).toMatchObject({ imported: 0, updated: 0, unchanged: 1, skipped: 4 })
  expect(await invoiceCount(world)).toBe(1)
})

test('by number, however it is written; an equal number in another department is another invoice', async () => {
  const { control } = world.teamleader
  const [first, second] = control.departments()
  const made = [first, second].map((department) =>
    control.addInvoice({ invoiceDate: '2019-03-03', departmentId: department?.id ?? '' }),
  )
  expect(new Set(made.map((invoice) => invoice.number))).toEqual(new Set(['2019 / 1']))
  const preview = await runByHand(world, 'preview', { numbers: ['2019/1', ' 2019 / 1 ', '2019/77'] })
  expect(preview).toMatchObject({ found: 2, unknown: ['2019/77'], counts: { imported: 2 } })
  const one = await runByHand(world, 'import', {
    numbers: ['2019/1'],
    departmentExternalIds: [second?.id ?? ''],
  })
  expect(one.counts.imported).toBe(1)
  expect(await lineOf(world, made[1]?.id ?? '')).toMatchObject({ outcome: 'imported' })
  const rest = await runByHand(world, 'import', { numbers: ['2019/1'] })
  expect(rest.counts).toMatchObject({ imported: 1, unchanged: 1 })
})

test('by id: this one and no other', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ invoiceDate: '2018-01-01' })
  control.addInvoice({ invoiceDate: '2018-01-01' })
  const gone = '00000000-0000-4000-8000-000000000001'
  const done = await runByHand(world, 'import', { externalIds: [invoice.id, gone] })
  expect(done).toMatchObject({ found: 1, unknown: [gone], counts: { imported: 1 } })
})

test('the offered period is the last thirty days: day 30 is in, day 31 is out', async () => {
  const { control } = world.teamleader
  const offered = await world.get<{ from: string; to: string; timeZone: string }>(
    '/invoice-imports/offered-period',
  )
  const today = Temporal.Now.plainDateISO(offered.timeZone)
  expect(offered).toMatchObject({ from: today.subtract({ days: 30 }).toString(), to: today.toString() })
  const dayAgo = (days: number) => today.subtract({ days }).toString()
  const old = (invoiceDate: string) =>
    control.addInvoice({ invoiceDate, silent: true, createdAt: new Date(Date.now() - 400 * day) })
  const [inside, outside, future] = [old(dayAgo(30)), old(dayAgo(31)), old(dayAgo(-1))]
  const lines = await linesByHand(world, (await runByHand(world, 'preview')).run.id)
  expect(lines.get(inside.id)).toMatchObject({ outcome: 'imported' })
  expect(lines.has(outside.id)).toBe(false)
  expect(lines.has(future.id)).toBe(false)
})

test.each([
  // In Brussels 31 March 2024 begins at 23:00 UTC the day before (winter time) and ends at 22:00 UTC (summer time).
  {
    period: { from: '2024-03-31', to: '2024-03-31' },
    inside: ['2024-03-30T23:00:00Z', '2024-03-31T21:59:59Z'],
    outside: ['2024-03-30T22:59:59Z', '2024-03-31T22:00:00Z'],
  },
  // 27 October 2024 has 25 hours.
  {
    period: { from: '2024-10-27', to: '2024-10-27' },
    inside: ['2024-10-26T22:00:00Z', '2024-10-27T22:59:59Z'],
    outside: ['2024-10-26T21:59:59Z', '2024-10-27T23:00:00Z'],
  },
  {
    period: { from: '2023-12-31', to: '2024-01-01' },
    inside: ['2023-12-30T23:00:00Z', '2024-01-01T22:59:59Z'],
    outside: ['2023-12-30T22:59:59Z', '2024-01-01T23:00:00Z'],
  },
  {
    period: { from: '2024-02-29', to: '2024-02-29' },
    inside: ['2024-02-28T23:00:00Z', '2024-02-29T22:59:59Z'],
    outside: ['2024-02-28T22:59:59Z', '2024-02-29T23:00:00Z'],
  },
])(
  'made in the period, by the calendar of the account: $period.from to $period.to',
  async ({ period, inside, outside }) => {
    const { control } = world.teamleader
    // Their day on paper lies elsewhere, so that only the moment of making decides.
    const at = (createdAt: string) =>
      control.addInvoice({ invoiceDate: '2017-07-07', silent: true, createdAt }).id
    const [made, others] = [inside.map(at), outside.map(at)]
    const lines = await linesByHand(world, (await runByHand(world, 'preview', { period })).run.id)
    for (const id of made) expect(lines.get(id)).toMatchObject({ outcome: 'imported' })
    for (const id of others) expect(lines.has(id)).toBe(false)
  },
)

test('what cannot be asked is refused in words, before anything starts', async () => {
  const path = '/api/v1/invoice-imports/preview'
  const { connectionId } = world
  for (const body of [
    { connectionId, period: { from: '2024-02-30', to: '2024-03-01' } },
    { connectionId, period: { from: '2024-03-02', to: '2024-03-01' } },
    { connectionId, numbers: [] },
    { connectionId, numbers: ['  '] },
    { connectionId, numbers: ['1'], externalIds: ['2'] },
  ])
    expect((await world.visitor.request('POST', path, body)).status).toBe(422)
  expect((await world.visitor.request('POST', path, { connectionId: 'con_x' })).status).toBe(404)
  expect(await world.get('/long-runs?underWay=true')).toMatchObject({ items: [] })
})

test('a list that ignores what was asked ends the run in words and imports nothing', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  control.addInvoice({ invoiceDate: '2016-01-01', silent: true })
  control.ignoreFilters(true)
  const period = { from: '2025-01-01', to: '2025-01-31' }
  for (const asked of [{ period }, { numbers: ['2016/1'] }]) {
    const done = await runByHand(world, 'import', asked)
    expect(done.run).toMatchObject({ state: 'failed', problem: { code: 'filter_ignored' } })
    expect(done.counts.imported).toBe(0)
  }
  expect(await invoiceCount(world)).toBe(before)
  const { items } = await world.get('/activities?kind=connection.alarmed')
  expect(items[0]).toMatchObject({ cause: 'filter_ignored' })
})

test('two presses are one run; another question waits its turn', async () => {
  const period = { from: '2015-01-01', to: '2015-01-02' }
  const [one, other] = await Promise.all([
    pressByHand(world, 'import', { period }),
    pressByHand(world, 'import', { period }),
  ])
  expect(other.id).toBe(one.id)
  const answer = await world.visitor.request('POST', '/api/v1/invoice-imports', {
    connectionId: world.connectionId,
    numbers: ['2019/1'],
  })
  expect(answer).toMatchObject({
    status: 409,
    body: { error: { code: 'other_run_under_way', details: { runId: one.id } } },
  })
  await world.drain()
  expect(await pressByHand(world, 'import', { period })).not.toMatchObject({ id: one.id })
  await world.drain()
})

/** What a preview must leave as it is. */
async function everything(): Promise<unknown[]> {
  const paths = ['/invoices', '/import-lines', '/import-runs?webhooks=true', '/customers', '/profiles']
  const seen: unknown[] = []
  for (const path of paths) seen.push(await world.get(path))
  const { items } = await world.get<{ items: { kind: string }[] }>('/activities')
  seen.push(items.filter(({ kind }) => !kind.startsWith('longRun.')))
  return seen
}

test('while Teamleader is down a preview says that it waits, and goes on by itself', async () => {
  const { control } = world.teamleader
  const { id: externalId } = control.addInvoice({ total: 4_200 })
  control.replyAlways('*', { kind: 'status', status: 503 })
  const { id } = await pressByHand(world, 'preview', { externalIds: [externalId] })
  await world.drain()
  expect(await seeImport(world, id)).toMatchObject({ isWaitingForCrm: true, run: { state: 'running' } })
  control.clearFaults()
  await world.advance(day)
  expect(await seeImport(world, id)).toMatchObject({
    isWaitingForCrm: false,
    run: { state: 'finished' },
    counts: { imported: 1 },
  })
})
