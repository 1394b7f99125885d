// Promise B9: an import by hand makes no double and misses none, whatever is pressed twice, raced, cut off or moved
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findBrokenPromises } from '../../src/imports/index.ts'
import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { linesByHand, pressByHand, runByHand, seeImport } from '../support/import-by-hand.ts'
import { invoiceCount } from '../support/read-ledger.ts'

let mailbox: Mailbox
let world: TestApp
beforeAll(async () => {
  mailbox = await startMailbox()
  const settings = { VORDER_SMTP_URL: mailbox.smtpUrl, VORDER_MAIL_FROM: 'vorder@vorder.example' }
  world = await createTestApp({
    settings,
    resting: ['retrieve-documents', 'complete-customers'],
    callLimit: { calls: Number.POSITIVE_INFINITY },
    sandbox: { rateLimitPerMinute: null },
  })
})
beforeEach(() => mailbox.clear())
afterEach(() => {
  const { control } = world.teamleader
  control.clearFaults()
  control.movePagesWhilePaging(false)
  control.answers({ paginationMeta: 'asked' })
})
afterAll(async () => {
  await world.stop()
  await mailbox.stop()
})

const minute = 60_000

test('pressed at once in two processes, while every invoice is announced three times', async () => {
  const { control } = world.teamleader
  const second = await world.startSecond()
  const { invoiceIds } = control.addMany({ invoices: 130, customers: 40 })
  const before = await invoiceCount(world)
  const pressed = await Promise.all([pressByHand(world, 'import'), pressByHand(world, 'import')])
  expect(new Set(pressed.map((run) => run.id)).size).toBe(1)
  for (let round = 0; round < 3; round += 1)
    for (const id of invoiceIds) control.webhooks.announce('invoice.booked', id)
  await Promise.all([world.app.jobs.drain(), second.jobs.drain(), world.teamleader.settled()])
  await world.drain()
  expect(await invoiceCount(world)).toBe(before + invoiceIds.length)
  const done = await seeImport(world, pressed[0].id)
  const lines = await linesByHand(world, done.run.id)
  expect([...lines.keys()].sort()).toEqual(invoiceIds.toSorted())
  expect([...lines.values()].every((line) => ['imported', 'unchanged'].includes(line.outcome))).toBe(true)
  expect(done.counts.imported + done.counts.unchanged).toBe(invoiceIds.length)
  expect(mailbox.mails()).toHaveLength(1)
  expect(await broken()).toEqual([])
})

test('cut off by an outage half way it goes on where it was, with right counts and one mail', async () => {
  const { control, journal } = world.teamleader
  const { invoiceIds } = fresh(230)
  downFromCustomerCall(3)
  const { run } = await runByHand(world, 'import')
  expect(run).toMatchObject({ state: 'running' })
  expect(run.doneCount).toBeGreaterThan(100)
  expect(run.doneCount).toBeLessThan(run.totalCount ?? 0)
  expect(mailbox.mails()).toEqual([])
  control.clearFaults()
  journal.clear()
  await world.advance(5 * minute)
  const done = await seeImport(world, run.id)
  expect(done.run.state).toBe('finished')
  expect(done.counts.imported).toBe(invoiceIds.length)
  expect(journal.requests({ operation: 'invoices.list' })).toEqual([])
  expect(mailbox.mails()).toHaveLength(1)
  expect(mailbox.mails()[0]?.subject).toContain(`${invoiceIds.length} invoices`)
  expect(await broken()).toEqual([])
})

test('cancelled half way it keeps what is in, and says so', async () => {
  const before = await invoiceCount(world)
  fresh(230)
  downFromCustomerCall(2)
  const { run } = await runByHand(world, 'import')
  expect(await world.send('POST', `/api/v1/long-runs/${run.id}/cancel`)).toMatchObject({
    state: 'cancelling',
  })
  world.teamleader.control.clearFaults()
  await world.advance(5 * minute)
  const done = await seeImport(world, run.id)
  expect(done.run.state).toBe('cancelled')
  expect(done.counts.imported).toBeGreaterThan(0)
  expect(done.counts.imported).toBeLessThan(230)
  expect(await invoiceCount(world)).toBe(before + done.counts.imported)
  expect(mailbox.mails().map((mail) => mail.subject)).toEqual([expect.stringContaining('Import cancelled')])
  const again = await runByHand(world, 'import')
  expect(again.run.state).toBe('finished')
  expect(await invoiceCount(world)).toBe(before + 230)
})

test('a run that nobody works on any more is taken up again, or ends when it is cancelled', async () => {
  for (const isCancelled of [false, true]) {
    fresh(3)
    downFromCustomerCall(1)
    const { run } = await runByHand(world, 'import')
    expect(run.state).toBe('running')
    // As after a day of outage, when the queue has parked the work.
    await world.app.ctx.database.owner.query(`delete from pgboss.job where name = 'manual-import'`)
    world.teamleader.control.clearFaults()
    if (isCancelled) await world.send('POST', `/api/v1/long-runs/${run.id}/cancel`)
    await world.advance(10 * minute)
    expect((await seeImport(world, run.id)).run.state).toBe(isCancelled ? 'cancelling' : 'running')
    await world.app.jobs.runSchedule('tick-long-runs')
    await world.drain()
    expect((await seeImport(world, run.id)).run.state).toBe(isCancelled ? 'cancelled' : 'finished')
  }
  expect(mailbox.mails()).toHaveLength(2)
})

test.each(['asked', 'never'] as const)(
  'rows that move while they are read: none is missed (counts of the list: %s)',
  async (paginationMeta) => {
    const { control } = world.teamleader
    control.answers({ paginationMeta })
    const invoiceIds = onlyInOneList(230)
    control.movePagesWhilePaging(true)
    const moving = await linesByHand(world, (await runByHand(world, 'preview')).run.id)
    expect(invoiceIds.filter((id) => !moving.has(id))).toEqual([])
    control.movePagesWhilePaging(false)
    // A row of the first page goes when that page has been read, so that the first of the second page slips before it.
    const [gone = ''] = invoiceIds
    control.replyOnce('invoices.list', {
      kind: 'transform',
      transform(answer) {
        control.deleteInvoice(gone)
        return answer
      },
    })
    const done = await runByHand(world, 'preview')
    const lines = await linesByHand(world, done.run.id)
    expect(done.isComplete).toBe(true)
    expect(invoiceIds.filter((id) => !lines.has(id) && id !== gone)).toEqual([])
  },
)

test('a list that moved while the run was stopped is read again, even when it counts as many rows as before', async () => {
  const { control } = world.teamleader
  const invoiceIds = onlyInOneList(230)
  let calls = 0
  control.replyAlways('invoices.list', {
    kind: 'transform',
    transform(answer) {
      calls += 1
      if (calls === 2) control.replyAlways('*', { kind: 'status', status: 503 })
      if (calls === 2) control.clearFaults('invoices.list')
      return answer
    },
  })
  const { run } = await runByHand(world, 'preview')
  expect(run.state).toBe('running')
  const [gone = ''] = invoiceIds
  control.clearFaults()
  control.deleteInvoice(gone)
  control.addInvoice({ silent: true, invoiceDate: '2009-12-31', customer: anyCompany() })
  await world.advance(5 * minute)
  const lines = await linesByHand(world, run.id)
  expect(invoiceIds.filter((id) => !lines.has(id) && id !== gone)).toEqual([])
})

test('a list that never stands still ends all the same, and says that one may be lacking', async () => {
  const { control } = world.teamleader
  fresh(120)
  let count = 0
  control.replyAlways('invoices.list', {
    kind: 'transform',
    transform(answer) {
      count += 1
      control.addInvoice({ silent: true, invoiceDate: '2011-11-11', customer: anyCompany() })
      return answer
    },
  })
  const done = await runByHand(world, 'preview')
  expect(done.run.state).toBe('finished')
  expect(done.isComplete).toBe(false)
  expect(count).toBeLessThan(80)
})

test('what the answers cost: the pages of both lists, one look back each, and each customer once', async () => {
  const { control, journal } = world.teamleader
  const period = { from: '2010-03-01', to: '2010-03-31' }
  await world.advance(2 * minute)
  for (let count = 0; count < 430; count += 1)
    control.addInvoice({ silent: true, invoiceDate: '2010-03-15', customer: anyCompany(count) })
  const all = control.invoices().length
  for (const what of ['preview', 'import'] as const) {
    journal.clear()
    const done = await runByHand(world, what, { period })
    expect(done.found).toBe(430)
    // Documents and whole customer records are fetched afterwards and are another matter.
    const own = ['invoices.list', 'invoices.info', 'companies.list']
    const calls = journal.requests().filter(({ operation }) => own.includes(operation)).length
    // The list by change cannot end at a day, so it shows everything; the one by date shows the period.
    const pages = pagesOf(all) + pagesOf(430)
    expect(calls).toBeLessThanOrEqual(pages + 2 + 5)
    await world.advance(2 * minute)
  }
})

/** A short page ends a list; a round one could be a page that was cut, and is followed by a look at the next. */
function pagesOf(rows: number): number {
  return Math.floor(rows / 100) + (rows % 100 === 0 ? 1 : rows % 5 === 0 ? 2 : 1)
}

/** Invoices with a customer each, so that every hundred asks for customers; older ones count as looked at. */
function fresh(invoices: number): { invoiceIds: string[] } {
  const { control } = world.teamleader
  for (const { id } of control.invoices()) control.deleteInvoice(id)
  return control.addMany({ invoices, customers: invoices })
}

/** Made now, with a day on paper far from the period: the list by date does not make up for the one by change. */
function onlyInOneList(count: number): string[] {
  fresh(0)
  world.teamleader.control.addCompany()
  return Array.from({ length: count }, () => {
    const { control } = world.teamleader
    return control.addInvoice({ silent: true, invoiceDate: '2009-06-01', customer: anyCompany() }).id
  })
}

function anyCompany(at = 0): { type: 'company'; id: string } {
  const companies = world.teamleader.control.companies()
  return { type: 'company', id: companies[at % 40]?.id ?? '' }
}

/** The customers of the first chunks can be asked for; then Teamleader is down. */
function downFromCustomerCall(nth: number): void {
  const { control } = world.teamleader
  const down = { kind: 'status', status: 503 } as const
  if (nth === 1) control.replyAlways('companies.list', down)
  let calls = 0
  control.replyAlways('companies.list', {
    kind: 'transform',
    transform(answer) {
      calls += 1
      if (calls === nth - 1) {
        control.clearFaults()
        control.replyAlways('companies.list', down)
      }
      return answer
    },
  })
}

async function broken() {
  return (await findBrokenPromises(world.app.ctx)).filter(({ count }) => count > 0)
}
