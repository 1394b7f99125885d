// Promise B6: a lost webhook is found by the reconcile, every 15 minutes and nightly over 35 days
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  // Documents and customers are fetched in the background too; their calls would make the tests wait for a minute to pass.
  world = await createTestApp({
    resting: ['retrieve-documents', 'complete-customers'],
    callLimit: { calls: Number.POSITIVE_INFINITY },
    sandbox: { rateLimitPerMinute: null },
  })
})
afterEach(() => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.movePagesWhilePaging(false)
  world.teamleader.control.ignoreFilters(false)
})
afterAll(() => world.stop())

const minute = 60_000
const day = 24 * 60 * minute

test('an invoice whose webhook was lost is in after the next reconcile', async () => {
  const { control } = world.teamleader
  control.webhooks.next({ lose: 2 })
  const invoice = control.addInvoice({ total: 3_300 })
  await world.drain()
  expect(await invoiceCount(world)).toBe(0)
  await reconcile()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ open: { amountCents: 3_300 } })
  const runs = await world.get('/import-runs')
  expect(runs.items[0]).toMatchObject({ kind: 'reconcile', state: 'finished', counts: { imported: 1 } })
})

test('a payment whose webhook was lost is seen by the next reconcile', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  await world.drain()
  control.webhooks.next({ lose: 2 })
  control.payInvoice(invoice.id)
  await world.advance(15 * minute)
  await reconcile()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ state: 'paid', open: { amountCents: 0 } })
})

test.each([10, -10])('with the clock of Teamleader %i minutes off nothing is missed', async (minutes) => {
  const { control } = world.teamleader
  control.clock.advance(minutes * minute)
  for (let round = 0; round < 3; round += 1) {
    control.webhooks.next({ lose: 2 })
    const invoice = control.addInvoice()
    await world.advance(5 * minute)
    await reconcile()
    expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
  }
})

test('two changes in the same second, one before and one after the reconcile, are both seen', async () => {
  const { control } = world.teamleader
  const [one, other] = [control.addInvoice(), control.addInvoice()]
  await world.advance(minute)
  control.webhooks.next({ lose: 4 })
  control.payInvoice(one.id)
  await reconcile()
  control.payInvoice(other.id)
  await reconcile()
  expect(await invoiceOf(world, one.id)).toMatchObject({ state: 'paid' })
  expect(await invoiceOf(world, other.id)).toMatchObject({ state: 'paid' })
})

test('a second reconcile finds nothing new, writes no line again and no history', async () => {
  await reconcile()
  const before = await world.get('/activities')
  const lines = await world.get('/import-lines')
  await reconcile()
  expect(await world.get('/import-lines')).toEqual(lines)
  expect(await world.get('/activities')).toEqual(before)
})

test('rows that move between pages while they are read: every one of 230 is in, none twice', async () => {
  const { control } = world.teamleader
  control.movePagesWhilePaging(true)
  const { invoiceIds } = control.addMany({ invoices: 230, customers: 12 })
  const before = await invoiceCount(world)
  await world.advance(15 * minute)
  await reconcile()
  expect(await invoiceCount(world)).toBe(before + invoiceIds.length)
})

test('a row that comes in on a page that was read already is seen by reading again', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 120, customers: 2 })
  let added = ''
  control.replyOnce('invoices.list', {
    kind: 'transform',
    transform: (answer) => {
      added = control.addInvoice({ silent: true, invoiceDate: '2020-01-01' }).id
      return answer
    },
  })
  await reconcile()
  expect(await lineOf(world, added)).toMatchObject({ outcome: 'imported' })
})

test('a list that ignores what was asked stops the run with an alarm and imports nothing', async () => {
  const { control } = world.teamleader
  await world.advance(2 * day)
  await reconcile()
  const before = await invoiceCount(world)
  control.addInvoice({ silent: true })
  control.ignoreFilters(true)
  await world.advance(15 * minute)
  await reconcile()
  expect(await invoiceCount(world)).toBe(before)
  const { items } = await world.get('/activities?kind=connection.alarmed')
  expect(items[0]).toMatchObject({ cause: 'filter_ignored' })
  const runs = await world.get('/import-runs')
  expect(runs.items[0]).toMatchObject({ kind: 'reconcile', state: 'failed' })
  control.ignoreFilters(false)
  await reconcile()
  expect(await invoiceCount(world)).toBe(before + 1)
})

test('an invoice that leaves without a word, long after it came in, is noticed at night', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  await world.drain()
  await world.advance(40 * day)
  control.webhooks.next({ lose: 1 })
  control.deleteInvoice(invoice.id)
  await reconcile()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ state: 'expired' })
  await reconcile('nightly')
  for (let look = 0; look < 5; look += 1) {
    await world.advance(61 * minute)
    await world.app.jobs.runSchedule('tick-imports')
    await world.drain()
  }
  expect(await invoiceOf(world, invoice.id)).toMatchObject({
    state: 'archived',
    stateCause: 'deleted_in_crm',
  })
})

test('what was missed for thirty days is found by the nightly run', async () => {
  const { control } = world.teamleader
  control.addInvoice()
  await reconcile()
  const invoice = control.addInvoice({
    silent: true,
    createdAt: new Date(world.ctx.now().getTime() - 30 * day),
  })
  await reconcile()
  const lines = await world.get(`/import-lines?q=${invoice.id}`)
  expect(lines.items).toHaveLength(0)
  await reconcile('nightly')
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('while the switch is off the reconcile asks Teamleader nothing', async () => {
  const { control, journal } = world.teamleader
  const path = `/api/v1/connections/${world.connectionId}`
  await world.send('PATCH', path, { importInvoicesAutomatically: false })
  await world.drain()
  journal.clear()
  control.addInvoice()
  await reconcile()
  await reconcile('nightly')
  const asked = journal.requests().map(({ operation }) => operation)
  expect(
    asked.filter((operation) => operation.startsWith('invoices.') && operation !== 'invoices.download'),
  ).toEqual([])
})

async function reconcile(schedule: 'reconcile' | 'nightly' = 'reconcile'): Promise<void> {
  await world.app.jobs.runSchedule(schedule)
  await world.drain()
}
