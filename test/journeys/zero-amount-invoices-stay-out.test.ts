// Promise B3, B5: zero-amount invoices stay out; raised later, they come in by themselves
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('a booked invoice of zero stays out, and comes in by itself once its amount is raised', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 0 })
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('zero_amount')
  expect(await invoiceCount(world)).toBe(0)

  control.setInvoiceTotal(invoice.id, 9_900)
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ total: { amountCents: 9_900 }, state: 'booked' })
  expect(await invoiceCount(world)).toBe(1)
})

test('raised while the webhook gets lost, it is found by the reconcile', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 0 })
  await world.drain()
  control.webhooks.next({ lose: 1 })
  control.setInvoiceTotal(invoice.id, 1_00)
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('zero_amount')
  await world.app.jobs.runSchedule('reconcile')
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('an invoice below zero stays out with a cause of its own', async () => {
  const invoice = world.teamleader.control.addInvoice({ total: -4_200 })
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('negative_amount')
})

test('one cent is an amount', async () => {
  const invoice = world.teamleader.control.addInvoice({ total: 1 })
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ open: { amountCents: 1 } })
})
