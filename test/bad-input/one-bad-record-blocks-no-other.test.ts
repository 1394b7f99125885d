// Promise B4: one record that Teamleader cannot give, or that nobody can store, keeps no other one waiting
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, historyOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

const minute = 60_000

let world: TestApp
let fieldId: string
beforeAll(async () => {
  world = await createTestApp()
  await world.send('POST', '/api/v1/profiles', { name: 'Gold' })
  fieldId = world.teamleader.control.addCustomField({
    context: 'invoice',
    label: 'Profile',
    type: 'single_line',
  }).id
})
afterEach(() => world.teamleader.control.clearFaults())
afterAll(() => world.stop())

test('a customer that cannot be stored says so; the customers and invoices after it are up to date', async () => {
  const { control } = world.teamleader
  const [bad, good] = [control.addCompany(), control.addCompany()]
  const invoices = [bad, good].map(({ id }) => control.addInvoice({ customer: { type: 'company', id } }))
  await world.drain()
  const [ofBad, ofGood] = await Promise.all(invoices.map(({ id }) => invoiceOf(world, id)))
  control.editCompany(bad.id, { name: 'Nul\u0000bv' })
  control.editCompany(good.id, { name: 'Renamed bv' })
  await world.drain()
  expect((await invoiceOf(world, invoices[1]?.id ?? '')).customer.name).toBe('Renamed bv')
  expect(await historyOf(world, ofBad?.customer.id ?? '')).toContain('customer.refreshFailed')
  expect(await historyOf(world, ofGood?.customer.id ?? '')).not.toContain('customer.refreshFailed')
  expect(await waitingEvents()).toBe(0)
  control.editCompany(bad.id, { name: 'Mended bv' })
  await world.advance(2 * minute)
})

test('while customers cannot be asked for, invoices come in and are looked at once', async () => {
  const { control, journal } = world.teamleader
  const company = control.addCompany()
  const known = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  control.replyAlways('companies.list', { kind: 'status', status: 500 })
  control.webhooks.mode('manual')
  control.editCompany(company.id, { name: 'Waits bv' })
  const next = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await control.webhooks.deliver()
  control.webhooks.mode('auto')
  await world.drain()
  expect(await lineOf(world, next.id)).toMatchObject({ outcome: 'imported' })
  journal.clear()
  await world.advance(minute)
  expect(journal.requests({ operation: 'invoices.list' })).toHaveLength(0)
  control.clearFaults()
  await world.advance(5 * minute)
  expect((await invoiceOf(world, known.id)).customer.name).toBe('Waits bv')
})

test('an invoice whose record Teamleader cannot give fails alone, and comes in when it can', async () => {
  const { control } = world.teamleader
  await useField(fieldId)
  const before = await invoiceCount(world)
  const { invoiceIds } = control.addMany({ invoices: 5, customers: 1 })
  control.replyOnce('invoices.info', { kind: 'status', status: 500 })
  for (const id of invoiceIds) control.webhooks.announce('invoice.booked', id)
  await world.drain()
  expect(await invoiceCount(world)).toBe(before + 4)
  const [failed] = (await world.get(`/import-lines?outcome=failed`)).items
  expect(failed).toMatchObject({ cause: { code: 'crm_unavailable' }, nextTryAt: expect.any(String) })
  await later(2 * minute)
  expect(await invoiceCount(world)).toBe(before + 5)
  await useField(null)
})

test('two records in a row that cannot be given are an outage: the rest is not asked for in vain', async () => {
  const { control, journal } = world.teamleader
  await useField(fieldId)
  const { invoiceIds } = control.addMany({ invoices: 9, customers: 1 })
  control.replyAlways('invoices.info', { kind: 'status', status: 503 })
  for (const id of invoiceIds) control.webhooks.announce('invoice.booked', id)
  await world.teamleader.settled()
  journal.clear()
  await world.app.jobs.drain()
  expect(journal.requests({ operation: 'invoices.info' })).toHaveLength(2)
  for (const id of invoiceIds) expect(await causeOf(world, id)).toBe('crm_unavailable')
  control.clearFaults()
  await later(5 * minute)
  for (const id of invoiceIds)
    expect(await lineOf(world, id)).toMatchObject({ invoiceId: expect.any(String) })
  await useField(null)
})

test('a custom field that could not be read at the time of its change is read later, however late', async () => {
  const { control } = world.teamleader
  await useField(fieldId)
  const invoice = control.addInvoice()
  await world.drain()
  control.replyAlways('invoices.info', { kind: 'status', status: 403 })
  control.editInvoice(invoice.id, { customFields: [{ id: fieldId, value: 'Gold' }] })
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ cause: { code: 'crm_refused' } })
  await later(30 * minute)
  control.clearFaults()
  await later(6 * 60 * minute)
  expect((await invoiceOf(world, invoice.id)).profile.name).toBe('Gold')
  await useField(null)
})

test('a customer that Teamleader refuses to show for a while is refreshed once it does', async () => {
  const { control } = world.teamleader
  const company = control.addCompany()
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  control.replyAlways('companies.list', { kind: 'status', status: 403 })
  control.editCompany(company.id, { name: 'Shown again bv' })
  await world.drain()
  control.clearFaults()
  await later(minute)
  expect((await invoiceOf(world, invoice.id)).customer.name).toBe('Shown again bv')
})

test('an outage touches no line of an invoice that is in', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  await world.drain()
  control.replyAlways('invoices.list', { kind: 'status', status: 500 })
  control.payInvoice(invoice.id)
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
  control.clearFaults()
  await later(5 * minute)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ state: 'paid' })
})

test('of fifty hints of one kind that wait one is acted on; the others take no place in the queue', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ silent: true })
  for (let hint = 0; hint < 50; hint += 1) control.webhooks.announce('invoice.updated', invoice.id)
  await world.drain()
  const rows = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('webhookEvents').select('state').where('subjectExternalId', '=', invoice.id).execute(),
  )
  expect(rows.filter(({ state }) => state === 'superseded')).toHaveLength(49)
})

test('amounts whose sum no number can hold leave the overview standing', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  for (let count = 0; count < 12; count += 1) control.addInvoice({ total: 999_999_999_999_900 })
  await world.drain()
  expect(await invoiceCount(world)).toBe(before + 12)
  expect((await world.get('/invoices')).items.length).toBeGreaterThan(11)
})

test('one time of change far in the future hides nothing that changes before it', async () => {
  const { control } = world.teamleader
  control.addInvoice()
  await world.drain()
  control.replyOnce('invoices.list', {
    kind: 'patch',
    patch: { 'data.0.updated_at': '2090-01-01T00:00:00+00:00' },
  })
  await reconcile()
  await world.advance(60 * minute)
  control.webhooks.next({ lose: 1 })
  const lost = control.addInvoice()
  await reconcile()
  expect(await lineOf(world, lost.id)).toMatchObject({ outcome: 'imported' })
})

async function waitingEvents(): Promise<number> {
  const rows = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('webhookEvents').select('id').where('state', '=', 'pending').execute(),
  )
  return rows.length
}

async function later(ms: number): Promise<void> {
  await world.advance(ms)
  await world.app.jobs.runSchedule('tick-imports')
  await world.drain()
}

async function reconcile(): Promise<void> {
  await world.app.jobs.runSchedule('reconcile')
  await world.drain()
}

function useField(invoiceProfileFieldId: string | null): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { invoiceProfileFieldId })
}
