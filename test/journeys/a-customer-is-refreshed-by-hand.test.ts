// Promise A15, A16, A10: refresh by hand, one, a selection or all, with what changed before and after; pinned fields survive
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startRefresh } from '../../src/crm-customers/index.ts'
import type { CustomerSelection } from '../../src/customer-lists/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { customerById, customerCalls, customerNamed, type SeenCustomer } from '../support/read-customers.ts'
import { historyOf } from '../support/read-ledger.ts'

type Refreshed = {
  changes: { field: string; before: unknown; after: unknown }[]
  kept: { field: string; value: unknown; crmValue: unknown }[]
  customer: SeenCustomer
}

let world: TestApp
beforeAll(async () => {
  // Nothing follows by itself here: refreshing by hand works all the same.
  world = await createTestApp({ switches: { updateCustomersAutomatically: false } })
})
afterEach(() => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.setLatency(0)
})
afterAll(() => world.stop())

const invoicingAddress = {
  type: 'invoicing' as const,
  address: { line1: 'Postbus 4', postalCode: '1000', city: 'Brussel', country: 'BE', addressee: null },
}

test('one customer: what changed, before and after, invoicing address and CC included', async () => {
  const { control, journal } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Bakkerij Peeters')
  control.editCompany(companyId, {
    name: 'Bakkerij Peeters & Zoon',
    emails: [{ type: 'invoicing', email: 'facturen@peeters.example' }],
    addresses: [invoicingAddress],
  })
  await world.advance(600_000)
  expect((await customerById(world, customer.id)).name).toBe('Bakkerij Peeters')
  journal.clear()
  const { changes, kept, customer: after } = await refresh(customer.id)
  expect(changes).toEqual([
    { field: 'companyName', before: 'Bakkerij Peeters', after: 'Bakkerij Peeters & Zoon' },
    { field: 'email', before: customer.email, after: null },
    { field: 'cc', before: [], after: ['facturen@peeters.example'] },
    { field: 'addressLine', before: 'Kerkstraat 1', after: null },
    { field: 'postalCode', before: '9000', after: null },
    { field: 'city', before: 'Gent', after: null },
    { field: 'country', before: 'BE', after: null },
    { field: 'invoicingAddressLine', before: null, after: 'Postbus 4' },
    { field: 'invoicingPostalCode', before: null, after: '1000' },
    { field: 'invoicingCity', before: null, after: 'Brussel' },
    { field: 'invoicingCountry', before: null, after: 'BE' },
  ])
  expect(kept).toEqual([])
  expect(after).toMatchObject({ name: 'Bakkerij Peeters & Zoon', cc: ['facturen@peeters.example'] })
  expect(journal.requests().map(({ operation }) => operation)).toEqual(['companies.info'])
  expect((await refresh(customer.id)).changes).toEqual([])
})

test('a pinned field survives and shows Teamleader’s value beside it; unpinned it follows again', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Vaste Klant NV')
  await patch(customer.id, { facts: { email: 'eigen@vast.example', city: 'Eigen stad' }, pin: ['email'] })
  control.editCompany(companyId, { emails: [{ type: 'primary', email: 'crm@vast.example' }] })
  const { changes, kept, customer: after } = await refresh(customer.id)
  expect(changes).toEqual([{ field: 'city', before: 'Eigen stad', after: 'Gent' }])
  expect(kept).toEqual([{ field: 'email', value: 'eigen@vast.example', crmValue: 'crm@vast.example' }])
  expect(after).toMatchObject({ email: 'eigen@vast.example', pinnedFields: ['email'] })
  expect(after.crmFacts?.email).toBe('crm@vast.example')
  await world.send('POST', `/api/v1/customers/${customer.id}/pins`, { field: 'email', isPinned: false })
  expect((await customerById(world, customer.id)).email).toBe('crm@vast.example')
})

test('a customer without a record in Teamleader is not refreshed, and neither is one that was anonymised', async () => {
  const added = await world.send<SeenCustomer>('POST', '/api/v1/customers', {
    facts: { companyName: 'Zonder CRM' },
  })
  expect(await world.visitor.request('POST', `/api/v1/customers/${added.id}/refresh`)).toMatchObject({
    status: 409,
    body: { error: { code: 'not_linked' } },
  })
  const { customer } = await customerOfCompany('Vergeten NV')
  await world.send('POST', `/api/v1/customers/${customer.id}/anonymise`)
  expect(await world.visitor.request('POST', `/api/v1/customers/${customer.id}/refresh`)).toMatchObject({
    status: 409,
    body: { error: { code: 'anonymised' } },
  })
  await runOver({ filter: {} })
  expect((await customerById(world, customer.id)).facts.companyName).toBeNull()
})

test.each([
  [{ kind: 'status', status: 503 } as const, 503, 'Teamleader cannot be reached'],
  [{ kind: 'html' } as const, 502, 'Teamleader gave an answer that makes no sense'],
  [
    { kind: 'patch', patch: { 'data.emails': 'none' } } as const,
    502,
    'Teamleader gave an answer that makes no sense',
  ],
])('Teamleader answers with %j: the reason in words, and nothing changes', async (fault, status, title) => {
  const { control } = world.teamleader
  const { customer } = await customerOfCompany(`Storing ${fault.kind} NV`)
  control.replyAlways('companies.info', fault)
  const answer = await world.visitor.request('POST', `/api/v1/customers/${customer.id}/refresh`)
  expect(answer.status).toBe(status)
  const { error } = answer.body as { error: { message: string } }
  expect(error.message).toContain(title)
  const { detailsReadAt: _, ...before } = customer
  expect(await customerById(world, customer.id)).toMatchObject(before)
})

test('a selection and all of them: only what changed is read whole, and the run says how many', async () => {
  const { control, journal } = world.teamleader
  const made = []
  for (let index = 0; index < 30; index += 1) made.push(control.addCompany({ name: `Reeks ${index}` }))
  for (const { id } of made) control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  await world.advance(61_000)
  await world.advance(61_000)
  for (const { id } of made.slice(0, 12)) control.editCompany(id, { addresses: [invoicingAddress] })
  const first = await customerNamed(world, 'Reeks 0')
  journal.clear()
  expect((await runOver({ ids: [first.id] })).counts).toMatchObject({ changed: 1, unchanged: 0 })
  expect(customerCalls(world)).toEqual({ 'companies.list': 1, 'companies.info': 1 })
  journal.clear()
  const run = await runOver({ filter: { search: 'reeks' } })
  expect(run).toMatchObject({ state: 'finished', doneCount: 30, totalCount: 30 })
  expect(run.counts).toMatchObject({ changed: 11, unchanged: 19, gone: 0, unread: 0 })
  expect(customerCalls(world)).toEqual({ 'companies.list': 1, 'companies.info': 11 })
  expect((await customerNamed(world, 'Reeks 11')).facts.invoicingCity).toBe('Brussel')
  expect(await historyOf(world, first.id)).toEqual(['customer.created', 'customer.refreshed'])
})

test('stopped in the middle it goes on where it was, and asks nothing twice', async () => {
  const { control, journal } = world.teamleader
  const made = Array.from({ length: 40 }, (_, index) => control.addCompany({ name: `Stroom ${index}` }))
  for (const { id } of made) control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  await world.advance(61_000)
  await world.advance(61_000)
  for (const { id } of made) control.editCompany(id, { language: 'fr' })
  journal.clear()
  const { id } = await startRefresh(world.ctx, { selection: { filter: { search: 'stroom' } }, name: 'All' })
  // From the twenty-first on no record can be had: the work stops there, and looks at those again a minute later.
  control.replyOnce('companies.info', { kind: 'slow', ms: 0 }, 20)
  control.replyAlways('companies.info', { kind: 'status', status: 503 })
  await world.drain()
  expect(await runById(id)).toMatchObject({ state: 'running', doneCount: 20 })
  control.clearFaults()
  await world.advance(61_000)
  const run = await runById(id)
  expect(run).toMatchObject({ state: 'finished', doneCount: 40, counts: { changed: 40 } })
  const good = journal.requests({ operation: 'companies.info', status: 200 })
  expect(new Set(good.map(({ body }) => (body as { id: string }).id)).size).toBe(40)
  expect(good).toHaveLength(40)
})

test('pressed twice it is one run; cancelled it stops and keeps what is done', async () => {
  // The calls that the tests before took are free again after a minute; a run waits for that, a test does not.
  await world.advance(61_000)
  const selection: CustomerSelection = { filter: { search: 'stroom' } }
  const [one, two] = await Promise.all([
    startRefresh(world.ctx, { selection, name: 'All' }),
    startRefresh(world.ctx, { selection, name: 'All' }),
  ])
  expect(one.id).toBe(two.id)
  const another = await startRefresh(world.ctx, {
    selection: { filter: { search: 'reeks' } },
    name: 'Others',
  })
  expect(another.id).not.toBe(one.id)
  await world.send('POST', `/api/v1/long-runs/${one.id}/cancel`)
  await world.drain()
  expect(await runById(one.id)).toMatchObject({ state: 'cancelled' })
  expect(await runById(another.id)).toMatchObject({ state: 'finished' })
})

async function customerOfCompany(name: string): Promise<{ companyId: string; customer: SeenCustomer }> {
  const { control } = world.teamleader
  const company = control.addCompany({ name })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  await world.advance(61_000)
  return { companyId: company.id, customer: await customerNamed(world, name) }
}

function refresh(customerId: string): Promise<Refreshed> {
  return world.send<Refreshed>('POST', `/api/v1/customers/${customerId}/refresh`)
}

function patch(customerId: string, body: object): Promise<SeenCustomer> {
  return world.send<SeenCustomer>('PATCH', `/api/v1/customers/${customerId}`, body)
}

type Run = { state: string; doneCount: number; totalCount: number; counts: Record<string, number> }

async function runOver(selection: CustomerSelection): Promise<Run> {
  const { id } = await startRefresh(world.ctx, { selection, name: 'Some' })
  await world.drain()
  return runById(id)
}

function runById(id: string): Promise<Run> {
  return world.get<Run>(`/long-runs/${id}`)
}
