// Promise B4: every invoice that Teamleader told of has one line in the ledger, with words, time, run and action
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  causeOf,
  historyOf,
  invoiceCount,
  invoiceOf,
  type LedgerLine,
  lineOf,
} from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterEach(() => world.teamleader.control.clearFaults())
afterAll(() => world.stop())

const minute = 60_000

test('five invoices, five lines: each says what was decided, when, by which run, and what helps', async () => {
  const { control } = world.teamleader
  const told = {
    draft: control.addInvoice({ status: 'draft' }),
    paid: control.addInvoice({ status: 'matched' }),
    zero_amount: control.addInvoice({ total: 0 }),
    negative_amount: control.addInvoice({ total: -100 }),
  }
  const imported = control.addInvoice()
  await world.drain()
  const { items } = await world.get<{ items: LedgerLine[] }>('/import-lines')
  expect(items.map((line) => line.externalId).sort()).toEqual(
    [...Object.values(told), imported].map((invoice) => invoice.id).sort(),
  )
  for (const [cause, invoice] of Object.entries(told)) {
    const line = await lineOf(world, invoice.id)
    expect(line).toMatchObject({ outcome: 'skipped', cause: { code: cause }, invoiceId: null })
    expect(line.actions).toContain('retry')
    expect(Date.parse(line.decidedAt)).toBeGreaterThan(0)
    expect(line.runId).toMatch(/^run_/)
    expect(await historyOf(world, line.id)).toEqual(['invoice.skipped'])
  }
  expect(await lineOf(world, imported.id)).toMatchObject({ outcome: 'imported', cause: null })
  const runs = await world.get('/import-runs?webhooks=true')
  const counts = runs.items.map((run) => run.counts as { skipped: number; imported: number })
  expect(counts.reduce((sum, run) => sum + run.skipped, 0)).toBe(4)
  expect(counts.reduce((sum, run) => sum + run.imported, 0)).toBe(1)
  const summary = await world.get<{ causes: { code: string; count: number }[] }>('/import-lines/summary')
  expect(summary.causes.map((cause) => cause.code).sort()).toEqual(Object.keys(told).sort())
})

test('the words of a cause come in the language that is asked for', async () => {
  const signIn = await fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  })
  const cookie = signIn.headers.getSetCookie().map((line) => line.split(';')[0])
  const titles: string[] = []
  for (const language of ['en-GB', 'nl-BE,nl;q=0.9', 'fr', 'tlh']) {
    const answer = await fetch(`${world.url}/api/v1/import-lines?cause=paid`, {
      headers: { cookie: cookie.join('; '), 'accept-language': language },
    })
    const { items } = (await answer.json()) as { items: LedgerLine[] }
    titles.push(items[0]?.cause?.title ?? '')
  }
  expect(titles[0]).toBe('Already paid')
  expect(new Set(titles.slice(0, 3)).size).toBe(3)
  expect(titles[3]).toBe(titles[0])
})

test('the retry button looks again at once, through the same decision', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  control.webhooks.next({ lose: 1 })
  control.bookInvoice(draft.id)
  await world.drain()
  const line = await lineOf(world, draft.id)
  expect(line.cause?.code).toBe('draft')
  const after = await world.send<LedgerLine>('POST', `/api/v1/import-lines/${line.id}/retry`)
  expect(after).toMatchObject({ outcome: 'imported', cause: null })
  const twice = await Promise.all([
    world.send<LedgerLine>('POST', `/api/v1/import-lines/${line.id}/retry`),
    world.send<LedgerLine>('POST', `/api/v1/import-lines/${line.id}/retry`),
  ])
  expect(new Set(twice.map((each) => each.invoiceId))).toEqual(new Set([after.invoiceId]))
})

test('the retry button on a draft says again that it is a draft', async () => {
  const draft = world.teamleader.control.addInvoice({ status: 'draft' })
  await world.drain()
  const line = await lineOf(world, draft.id)
  const after = await world.send<LedgerLine>('POST', `/api/v1/import-lines/${line.id}/retry`)
  expect(after).toMatchObject({ outcome: 'skipped', cause: { code: 'draft' } })
})

test('while Teamleader is down the line says that it waits, and the invoice comes in when it is back', async () => {
  const { control } = world.teamleader
  control.replyAlways('*', { kind: 'status', status: 503 })
  const invoice = control.addInvoice({ total: 7_700 })
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({
    outcome: 'failed',
    cause: { code: 'crm_unavailable' },
    nextTryAt: expect.any(String),
  })
  await world.advance(10 * minute)
  expect(await causeOf(world, invoice.id)).toBe('crm_unavailable')
  control.clearFaults()
  await world.advance(10 * minute)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ open: { amountCents: 7_700 } })
})

test('what failed and is retried into an outage keeps a next try, and comes in without a person', async () => {
  const { control } = world.teamleader
  control.replyOnce('invoices.list', { kind: 'patch', patch: { 'data.*.total': null } })
  const invoice = control.addInvoice()
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('unreadable_invoice')
  control.replyAlways('*', { kind: 'status', status: 500 })
  await tickAfter(2 * minute)
  expect(await lineOf(world, invoice.id)).toMatchObject({ nextTryAt: expect.any(String) })
  control.clearFaults()
  await tickAfter(10 * minute)
  await tickAfter(10 * minute)
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
})

test('the retry button during an outage says so and loses nothing', async () => {
  const { control } = world.teamleader
  control.replyOnce('invoices.list', { kind: 'patch', patch: { 'data.*.total': null } })
  const invoice = control.addInvoice()
  await world.drain()
  control.replyAlways('*', { kind: 'status', status: 502 })
  const line = await lineOf(world, invoice.id)
  const answer = await world.visitor.request('POST', `/api/v1/import-lines/${line.id}/retry`)
  expect(answer.status).toBe(503)
  expect(await lineOf(world, invoice.id)).toMatchObject({ nextTryAt: expect.any(String) })
})

test.each([
  ['refuses to list invoices', { kind: 'status', status: 403 }, 'crm_refused'],
  ['answers with a web page', { kind: 'html' }, 'crm_unavailable'],
  ['answers half of its JSON', { kind: 'half' }, 'crm_unavailable'],
  ['answers with nothing', { kind: 'empty' }, 'crm_unavailable'],
] as const)(
  'when Teamleader %s the line says so, and the invoice comes in later',
  async (_, fault, cause) => {
    const { control } = world.teamleader
    control.replyAlways('invoices.list', fault)
    const invoice = control.addInvoice()
    await world.drain()
    expect(await lineOf(world, invoice.id)).toMatchObject({
      outcome: 'failed',
      cause: { code: cause },
      nextTryAt: expect.any(String),
    })
    control.clearFaults()
    await tickAfter(10 * minute)
    expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
  },
)

test('an invoice that Teamleader does not show yet is looked for again, then called not to be found', async () => {
  const { control } = world.teamleader
  const unknownId = '7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4b'
  control.webhooks.announce('invoice.booked', unknownId)
  await world.drain()
  expect(await causeOf(world, unknownId)).toBe('not_visible_yet')
  for (let look = 0; look < 5; look += 1) await tickAfter(61 * minute)
  expect(await lineOf(world, unknownId)).toMatchObject({
    outcome: 'skipped',
    cause: { code: 'not_found_in_crm' },
    nextTryAt: null,
  })
})

test('an invoice that shows up a little late comes in by itself', async () => {
  const { control } = world.teamleader
  control.replyOnce('invoices.list', { kind: 'transform', transform: () => ({ data: [] }) })
  control.replyOnce('invoices.info', { kind: 'status', status: 404 })
  const invoice = control.addInvoice()
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('not_visible_yet')
  await tickAfter(2 * minute)
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('an invoice deleted before it came in says so and offers no retry', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  control.deleteInvoice(draft.id)
  await world.drain()
  const line = await lineOf(world, draft.id)
  expect(line).toMatchObject({ outcome: 'skipped', cause: { code: 'deleted_in_crm' }, invoiceId: null })
  expect(line.actions).not.toContain('retry')
})

test('nothing is silently missing: every invoice of Teamleader is in, or has a line that says why', async () => {
  const before = await invoiceCount(world)
  for (const invoice of world.teamleader.control.invoices()) {
    const line = await lineOf(world, invoice.id)
    expect(line.invoiceId ?? line.cause).toBeTruthy()
  }
  expect(await invoiceCount(world)).toBe(before)
})

/** Time passes; the schedule that runs every minute asks for what is due. */
async function tickAfter(ms: number): Promise<void> {
  await world.advance(ms)
  await world.app.jobs.runSchedule('tick-imports')
  await world.drain()
}
