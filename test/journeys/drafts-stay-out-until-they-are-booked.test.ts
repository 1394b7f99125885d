// Promise B1, B5: drafts never come in; a draft that is booked later comes in by itself
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('a draft stays out with its cause, and the same draft booked later comes in by itself', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft', total: 50_000 })
  await world.drain()
  expect(await causeOf(world, draft.id)).toBe('draft')
  expect(await invoiceCount(world)).toBe(0)

  control.bookInvoice(draft.id)
  await world.drain()
  expect(await lineOf(world, draft.id)).toMatchObject({ outcome: 'imported', cause: null })
  expect(await invoiceOf(world, draft.id)).toMatchObject({ state: 'booked', open: { amountCents: 50_000 } })
  expect(await invoiceCount(world)).toBe(1)
})

test('a draft that is edited again and again stays one skipped line and makes no customer', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Nooit Gefactureerd BV' })
  const draft = control.addInvoice({ status: 'draft', customer: { type: 'company', id: company.id } })
  await world.drain()
  for (const total of [1_000, 2_000, 3_000]) {
    control.setInvoiceTotal(draft.id, total)
    await world.advance(61_000)
  }
  expect(await causeOf(world, draft.id)).toBe('draft')
  const customers = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('customers').select('companyName').execute(),
  )
  expect(customers).not.toContainEqual({ companyName: 'Nooit Gefactureerd BV' })
})
