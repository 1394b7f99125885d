// Promise B16, A11, A2: later changes reach the invoice: paid, part-paid, removed, credited, due date, deleted
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf, invoiceCount, invoiceOf, lineOf, type SeenInvoice } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('part paid, paid, payment removed: the open amount and the history follow', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  control.partPay(seen.externalId, 4_000)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 6_000 },
    total: { amountCents: 10_000 },
    paymentState: 'part_paid',
    state: 'booked',
  })
  control.payInvoice(seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 0 }, state: 'paid' })
  control.removePayments(seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 10_000 },
    paymentState: 'open',
    state: 'booked',
  })
  const isElsewhere = /updated|profileChosen|document/
  const history = await historyOf(world, seen.id)
  expect(history.filter((kind) => !isElsewhere.test(kind))).toEqual([
    'invoice.imported',
    'invoice.partPaid',
    'invoice.paid',
    'invoice.reopened',
  ])
})

test('paid after import stays in, as paid: it is not thrown out and not a second line', async () => {
  const before = await invoiceCount(world)
  const seen = await imported(8_000)
  world.teamleader.control.payInvoice(seen.externalId)
  await world.drain()
  expect(await lineOf(world, seen.externalId)).toMatchObject({
    outcome: 'updated',
    invoiceId: seen.id,
    cause: null,
  })
  expect(await invoiceCount(world)).toBe(before + 1)
})

test('a part credited lowers what is open; credited whole settles it', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  control.creditInvoice(seen.externalId, 2_500)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 7_500 },
    state: 'booked',
  })
  control.creditInvoice(seen.externalId, 7_500)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 0 },
    state: 'paid',
    paymentState: 'credited',
  })
})

test('a new due date arrives', async () => {
  const seen = await imported(10_000)
  world.teamleader.control.editInvoice(seen.externalId, { dueOn: '2031-12-24' })
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ dueDate: '2031-12-24' })
})

test('deleted in Teamleader: archived with that cause, once, and told again it stays so', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  control.deleteInvoice(seen.externalId)
  await world.drain()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    state: 'archived',
    stateCause: 'deleted_in_crm',
  })
  expect(await lineOf(world, seen.externalId)).toMatchObject({
    outcome: 'skipped',
    cause: { code: 'deleted_in_crm' },
    invoiceId: seen.id,
  })
  control.webhooks.announce('invoice.deleted', seen.externalId)
  control.webhooks.announce('invoice.updated', seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ state: 'archived' })
  const archived = (await historyOf(world, seen.id)).filter((kind) => kind === 'invoice.archived')
  expect(archived).toHaveLength(1)
})

test('a forged deletion changes nothing: Teamleader is asked, and still has the invoice', async () => {
  const seen = await imported(10_000)
  world.teamleader.control.webhooks.announce('invoice.deleted', seen.externalId)
  await world.drain()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ state: 'booked' })
})

test('an unknown customer comes along with the invoice, a second invoice finds the same one', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Nieuwe Klant NV', email: 'a@nieuw.example' })
  const person = control.addContact({ firstName: 'Zoë', lastName: 'Ó Conaill' })
  const companyRef = { type: 'company', id: company.id } as const
  const [one, two] = [
    control.addInvoice({ customer: companyRef }),
    control.addInvoice({ customer: companyRef }),
  ]
  const three = control.addInvoice({ customer: { type: 'contact', id: person.id } })
  await world.drain()
  const [first, second] = [await invoiceOf(world, one.id), await invoiceOf(world, two.id)]
  expect(first.customer).toMatchObject({ name: 'Nieuwe Klant NV', email: 'a@nieuw.example' })
  expect(second.customer.id).toBe(first.customer.id)
  expect((await invoiceOf(world, three.id)).customer.name).toBe('Zoë Ó Conaill')
})

test('a customer follows Teamleader while the switch is on, and not while it is off', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Oude Naam' })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  control.editCompany(company.id, { name: 'Nieuwe Naam' })
  await world.drain()
  expect((await invoiceOf(world, invoice.id)).customer.name).toBe('Nieuwe Naam')

  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    updateCustomersAutomatically: false,
  })
  await world.drain()
  const types = control.webhooks.registered().flatMap((hook) => hook.types)
  expect(types.filter((type) => /^(company|contact)\./.test(type))).toEqual([])
  expect(types).toContain('invoice.booked')
  control.editCompany(company.id, { name: 'Geheime Naam' })
  await world.advance(61_000)
  expect((await invoiceOf(world, invoice.id)).customer.name).toBe('Nieuwe Naam')
})

async function imported(total: number): Promise<SeenInvoice> {
  const invoice = world.teamleader.control.addInvoice({ total })
  await world.drain()
  return invoiceOf(world, invoice.id)
}
