// Promise B2: paid invoices are not imported
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('an invoice that was paid before it could come in stays out and says so', async () => {
  const paid = world.teamleader.control.addInvoice({ status: 'matched', total: 20_000 })
  await world.drain()
  expect(await causeOf(world, paid.id)).toBe('paid')
  expect(await invoiceCount(world)).toBe(0)
})

test('an invoice that is paid between the webhook and our look at it stays out', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 20_000 })
  await world.teamleader.settled() // told, not yet looked at
  control.payInvoice(invoice.id)
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('paid')
})

test('a webhook that comes three days late, after the payment, brings nothing in', async () => {
  const { control } = world.teamleader
  control.webhooks.delayBy(3 * 24 * 3_600_000)
  control.webhooks.next({ delay: 2 })
  const invoice = control.addInvoice({ total: 20_000 })
  control.webhooks.next({ lose: 2 })
  control.payInvoice(invoice.id)
  await world.advance(3 * 24 * 3_600_000 + 60_000)
  expect(await causeOf(world, invoice.id)).toBe('paid')
})

test('an invoice that was credited whole before it came in stays out', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 20_000 })
  await world.teamleader.settled()
  control.creditInvoice(invoice.id)
  await world.drain()
  expect(['paid', 'credited']).toContain(await causeOf(world, invoice.id))
  expect(await invoiceCount(world)).toBe(0)
})

test('an invoice that shows nothing open and no payment was credited, and says so', async () => {
  const { control } = world.teamleader
  control.replyAlways('invoices.list', {
    kind: 'patch',
    patch: { 'data.*.paid': false, 'data.*.paid_at': null, 'data.*.total.due.amount': 0 },
  })
  const invoice = control.addInvoice({ total: 20_000 })
  await world.drain()
  control.clearFaults()
  expect(await causeOf(world, invoice.id)).toBe('credited')
})

test('a part-paid invoice comes in with what is still open', async () => {
  const invoice = world.teamleader.control.addInvoice({ total: 20_000, paidCents: 5_000 })
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({
    open: { amountCents: 15_000 },
    paymentState: 'part_paid',
  })
})

test('a payment that is taken back brings the invoice in by itself', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ status: 'matched', total: 20_000 })
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('paid')
  control.removePayments(invoice.id)
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
})
