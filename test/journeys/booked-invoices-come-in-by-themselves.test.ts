// Promise B1: booked invoices come in automatically (webhook); drafts never
// Promise B6: with AUTO on, a booked invoice is visible within seconds of the webhook
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
