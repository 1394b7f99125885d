// Promise B1, B6: a booked invoice comes in by itself, within seconds of the webhook
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('an invoice that is booked in Teamleader is on the screen, with its customer and its line in the ledger', async () => {
  const company = world.teamleader.control.addCompany({ name: 'Bakkerij De Korenaar' })
  const invoice = world.teamleader.control.addInvoice({
    status: 'outstanding',
    customer: { type: 'company', id: company.id },
    total: 12_150,
  })
  await world.drain()
  const { items } = await world.get('/invoices')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    customerName: 'Bakkerij De Korenaar',
    total: { amountCents: 12_150, currency: 'EUR' },
    open: { amountCents: 12_150, currency: 'EUR' },
    state: 'booked',
  })
  const lines = await world.get('/import-lines')
  expect(lines.items).toHaveLength(1)
  expect(lines.items[0]).toMatchObject({ externalId: invoice.id, outcome: 'imported', cause: null })
})

test('an invoice of a person, in another currency, by an old booking date, comes in as it is', async () => {
  const { control } = world.teamleader
  const person = control.addContact({ firstName: 'Émilie', lastName: 'Van den Broeck-Ó Súilleabháin' })
  const invoice = control.addInvoice({
    customer: { type: 'contact', id: person.id },
    currency: 'USD',
    total: 99_999,
    invoiceDate: '2019-02-28',
    purchaseOrderNumber: 'PO 7',
  })
  await world.drain()
  const { items } = await world.get('/invoices?q=Émilie')
  expect(items).toMatchObject([
    {
      customerName: 'Émilie Van den Broeck-Ó Súilleabháin',
      invoiceDate: '2019-02-28',
      total: { amountCents: 99_999, currency: 'USD' },
      state: 'expired',
    },
  ])
  const lines = await world.get(`/import-lines?q=${invoice.id}`)
  expect(lines.items).toMatchObject([{ outcome: 'imported' }])
})

test('nothing but the webhook is needed: without it, and before a reconcile, nothing is asked and nothing comes in', async () => {
  const { control, journal } = world.teamleader
  const before = (await world.get('/invoices')).items.length
  // The customers of the invoices before get their invoicing address in the background.
  await world.advance(60_000)
  journal.clear()
  control.addInvoice({ silent: true })
  await world.advance(60_000)
  expect(journal.requests()).toEqual([])
  expect((await world.get('/invoices')).items).toHaveLength(before)
})
