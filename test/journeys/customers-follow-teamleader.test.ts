// Promise A14, A2, A5, A10, A16: an edit in Teamleader refreshes the whole customer, only while the switch is on, and writes nothing back
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceFor } from '../../src/connections/index.ts'
import { inTransaction } from '../../src/context.ts'
import type { CrmCustomer } from '../../src/crm/index.ts'
import { drawReadTicket, upsertCustomers } from '../../src/customers/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { customerById, customerCalls, customerNamed, type SeenCustomer } from '../support/read-customers.ts'
import { historyOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

const invoicingAddress = {
  type: 'invoicing' as const,
  address: { line1: 'Postbus 4', postalCode: '1000', city: 'Brussel', country: 'BE', addressee: null },
}

test('several edits, one event: e-mail, CC, and the invoicing address that lists do not show, all at once', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Bakkerij Peeters')
  forget()
  control.editCompany(companyId, {
    emails: [
      { type: 'primary', email: 'nieuw@peeters.example' },
      { type: 'invoicing', email: 'facturen@peeters.example' },
    ],
    addresses: [invoicingAddress],
    language: 'fr',
  })
  await world.drain()
  const after = await customerById(world, customer.id)
  expect(after.facts).toMatchObject({
    email: 'nieuw@peeters.example',
    cc: ['facturen@peeters.example'],
    language: 'fr',
    city: null,
    invoicingAddressLine: 'Postbus 4',
    invoicingCity: 'Brussel',
  })
  expect(customerCalls(world)).toEqual({ 'companies.info': 1 })
  expect(await historyOf(world, customer.id)).toEqual(['customer.created', 'customer.refreshed'])
})

test('fifty hints about one customer are one look, and fifty more in the same minute none', async () => {
  const { control } = world.teamleader
  const { companyId } = await customerOfCompany('Vijftig NV')
  forget()
  for (let index = 0; index < 50; index += 1)
    control.editCompany(companyId, { website: `https://x${index}.example` })
  await world.drain()
  for (let index = 0; index < 50; index += 1) control.webhooks.announce('company.updated', companyId)
  await world.drain()
  expect(customerCalls(world)).toEqual({ 'companies.info': 1 })
})

test('sixty customers at once come by lists; what lists do not show follows a little later', async () => {
  const { control } = world.teamleader
  const ids = Array.from({ length: 60 }, (_, index) => control.addCompany({ name: `Zestig ${index}` }).id)
  for (const id of ids) control.addInvoice({ customer: { type: 'company', id } })
  await world.advance(120_000)
  await world.advance(120_000)
  forget()
  for (const id of ids) {
    control.editCompany(id, {
      emails: [{ type: 'primary', email: 'all@x.example' }],
      addresses: [invoicingAddress],
    })
  }
  await world.drain()
  expect(customerCalls(world)).toEqual({ 'companies.list': 1 })
  const name = 'Zestig 59'
  expect((await customerNamed(world, name)).facts).toMatchObject({
    email: 'all@x.example',
    invoicingCity: null,
  })
  await world.advance(60_000)
  await world.advance(60_000)
  expect((await customerNamed(world, name)).facts).toMatchObject({ invoicingCity: 'Brussel' })
  expect(customerCalls(world)).toEqual({ 'companies.list': 1, 'companies.info': 60 })
})

test('an edit of a record that is no customer here makes nobody', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Onbekend NV' })
  forget()
  control.editCompany(company.id, { name: 'Nog Onbekend NV' })
  await world.drain()
  expect((await world.get('/customers?q=onbekend')).items).toEqual([])
  expect(customerCalls(world)).toEqual({})
})

test('an older look that is written last changes nothing', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Traag NV')
  const older = await look(companyId)
  control.webhooks.mode('manual')
  control.editCompany(companyId, { name: 'Traag Nieuw NV' })
  await write(await look(companyId))
  await write(older)
  expect((await customerById(world, customer.id)).name).toBe('Traag Nieuw NV')
  control.webhooks.mode('auto')
  await world.drain()
})

test('two processes that work off the same hints at once write one history', async () => {
  const { control } = world.teamleader
  const second = await world.startSecond()
  const { companyId, customer } = await customerOfCompany('Tweemaal NV')
  control.editCompany(companyId, { language: 'fr' })
  await world.teamleader.settled()
  await Promise.all([world.app.jobs.drain(), second.jobs.drain()])
  expect((await customerById(world, customer.id)).facts.language).toBe('fr')
  expect(await historyOf(world, customer.id)).toEqual(['customer.created', 'customer.refreshed'])
})

test('Teamleader is away: the hint waits, and the customer is refreshed when it is back', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Wachtend NV')
  control.replyAlways('companies.info', { kind: 'status', status: 503 })
  control.editCompany(companyId, { language: 'fr' })
  await world.drain()
  expect((await customerById(world, customer.id)).facts.language).toBe('nl')
  control.clearFaults()
  await world.advance(120_000)
  expect((await customerById(world, customer.id)).facts.language).toBe('fr')
})

test('a pinned field stays when Teamleader changes, and shows what Teamleader has', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Vastgezet NV')
  await world.send('PATCH', `/api/v1/customers/${customer.id}`, {
    facts: { email: 'eigen@vast.example', language: 'en' },
    pin: ['email'],
  })
  control.editCompany(companyId, { emails: [{ type: 'primary', email: 'crm@vast.example' }] })
  await world.drain()
  const after = await customerById(world, customer.id)
  expect(after.facts).toMatchObject({ email: 'eigen@vast.example', language: 'nl' })
  expect(after.crmFacts?.email).toBe('crm@vast.example')
})

test('a record without a company name is a person, flagged when it has no name at all', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Even Bedrijf NV')
  expect(customer.kind).toBe('company')
  control.editCompany(companyId, { name: '' })
  await world.advance(61_000)
  expect(await customerById(world, customer.id)).toMatchObject({
    kind: 'person',
    name: '',
    flags: ['no_name'],
  })
})

test('while the switch is off nothing is subscribed, nothing is asked and nothing changes', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Stil NV')
  await switchTo(false)
  const types = control.webhooks.registered().flatMap((hook) => hook.types)
  expect(types.filter((type) => /^(company|contact)\./.test(type))).toEqual([])
  forget()
  control.editCompany(companyId, { name: 'Luid NV' })
  control.webhooks.announce('company.updated', companyId)
  await world.advance(600_000)
  expect((await customerById(world, customer.id)).name).toBe('Stil NV')
  expect(customerCalls(world)).toEqual({})
  await switchTo(true)
})

test('in all of this no company and no contact was written in Teamleader', () => {
  forget()
  const aboutCustomers = asked.filter((operation) => /^(companies|contacts)\./.test(operation))
  expect([...new Set(aboutCustomers)].sort()).toEqual(['companies.info', 'companies.list'])
})

const asked: string[] = []

/** Calls from here on are counted anew; what was asked before is kept for the last test. */
function forget(): void {
  const { journal } = world.teamleader
  asked.push(...journal.requests().map(({ operation }) => operation))
  journal.clear()
}

async function customerOfCompany(name: string): Promise<{ companyId: string; customer: SeenCustomer }> {
  const { control } = world.teamleader
  const company = control.addCompany({ name })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  // Its own record is read, and the minute in which hints of one kind are one is over.
  await world.advance(61_000)
  return { companyId: company.id, customer: await customerNamed(world, name) }
}

async function switchTo(updateCustomersAutomatically: boolean): Promise<void> {
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { updateCustomersAutomatically })
  await world.drain()
}

type Look = { ticket: number; record: CrmCustomer }

async function look(externalId: string): Promise<Look> {
  const source = await sourceFor(world.ctx, world.connectionId, 'person')
  const ticket = await inTransaction(world.ctx, drawReadTicket)
  const record = await source.findCustomer({ type: 'company', externalId })
  if (!record || 'raw' in record) throw new Error('The sandbox has no such record')
  return { ticket, record }
}

async function write({ ticket, record }: Look): Promise<void> {
  const { connectionId, ctx } = world
  await inTransaction(ctx, (tx) =>
    upsertCustomers(tx, { connectionId, customers: [record], ticket, mode: 'refresh' }),
  )
}
