// Promise C10, C7, B16: marked as paid and taken back; what is due is the source's own less what it does not know, counted once
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forAllCreditors } from '../../src/context.ts'
import { findBrokenPromises } from '../../src/imports/index.ts'
import { recordPayment } from '../../src/payments/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf, invoiceOf, type SeenInvoice } from '../support/read-ledger.ts'
import { paidThere, pay, paymentsOf, revoke } from '../support/read-payments.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('marked as paid in full: paid, by whom and why; undo brings it back; Teamleader hears nothing', async () => {
  const seen = await imported(10_000)
  const payment = await pay(world, seen.id, { note: 'cash' })
  expect(payment).toMatchObject({
    origin: 'hand',
    amount: { amountCents: 10_000 },
    recordedByName: 'Ann Peeters',
    writeBack: { state: 'off', canRetry: false },
  })
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    state: 'paid',
    stateCause: 'paid_here',
    paymentState: 'paid',
    open: { amountCents: 0 },
  })
  await expect(pay(world, seen.id)).rejects.toThrow('nothing_open')
  await world.advance(20 * 60_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ state: 'paid' })
  expect(paidThere(world, seen.externalId)).toEqual([])

  await revoke(world, payment.id)
  await revoke(world, payment.id)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    state: 'booked',
    stateCause: null,
    open: { amountCents: 10_000 },
  })
  const history = (await historyOf(world, seen.id)).filter((kind) => /^payment|paid|reopened/.test(kind))
  expect(history).toEqual(['payment.recorded', 'invoice.paid', 'payment.revoked', 'invoice.reopened'])
})

test('one idempotency key on two invoices at once: one payment, and the other is told', async () => {
  const invoices = [await imported(10_000), await imported(10_000)]
  const told = await Promise.allSettled(
    invoices.map(({ id }) => recordPayment(world.ctx, { invoiceId: id, idempotencyKey: 'one-key' })),
  )
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(told.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'idempotency_key_reused' },
  })
})

test('the same payment entered in Teamleader too counts once; removed there, it is taken back here', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  await pay(world, seen.id, { amountCents: 4_000 })
  control.partPay(seen.externalId, 4_000)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 6_000 } })
  const { items, statement } = await paymentsOf(world, seen.id)
  expect(items.map(({ origin, matchedId }) => [origin, matchedId !== null])).toEqual([
    ['hand', true],
    ['crm', true],
  ])
  expect(statement).toMatchObject({
    paidInCrm: { amountCents: 4_000 },
    paidHere: { amountCents: 0 },
    open: { amountCents: 6_000 },
    isOverpaid: false,
  })
  control.removePayments(seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 10_000 } })
  const after = await paymentsOf(world, seen.id)
  expect(after.items.map(({ revokedCause }) => revokedCause)).toEqual(['removed_in_crm', 'removed_in_crm'])
})

test('two equal payments are two: one entered in Teamleader stands for one of them', async () => {
  const seen = await imported(10_000)
  await pay(world, seen.id, { amountCents: 2_500 })
  await pay(world, seen.id, { amountCents: 2_500 })
  world.teamleader.control.partPay(seen.externalId, 2_500)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 5_000 } })
})

test('paid twice: flagged, never below zero, and told in the history', async () => {
  const seen = await imported(10_000)
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  await pay(world, seen.id, { paidOn: yesterday })
  world.teamleader.control.payInvoice(seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 0 }, state: 'paid' })
  const { statement } = await paymentsOf(world, seen.id)
  expect(statement).toMatchObject({ isOverpaid: true, overpaid: { amountCents: 10_000 } })
  expect(await historyOf(world, seen.id)).toContain('invoice.overpaid')
})

test('a credit note stands in the statement by its number', async () => {
  const seen = await imported(10_000)
  const note = world.teamleader.control.creditInvoice(seen.externalId, 2_500)
  await world.advance(61_000)
  await pay(world, seen.id, { amountCents: 1_500 })
  expect((await paymentsOf(world, seen.id)).statement).toMatchObject({
    credits: [{ number: note.number, amount: { amountCents: 2_500 } }],
    paidInCrm: { amountCents: 0 },
    paidHere: { amountCents: 1_500 },
    open: { amountCents: 6_000 },
  })
})

test('the same request sent twice at once is one payment; nonsense is refused', async () => {
  const seen = await imported(10_000)
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'one-click' }
  async function* body() {
    yield Buffer.from(JSON.stringify({ amountCents: 100 }))
  }
  const send = () => world.visitor.upload(`/api/v1/invoices/${seen.id}/payments`, body(), headers)
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect((await paymentsOf(world, seen.id)).items).toHaveLength(1)
  const atOnce = () => world.visitor.request('POST', `/api/v1/invoices/${seen.id}/payments`, {})
  const both = await Promise.all([atOnce(), atOnce()])
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  expect((await invoiceOf(world, seen.externalId)).open).toMatchObject({ amountCents: 0 })
  for (const body of [
    { amountCents: 0 },
    { amountCents: -5 },
    { amountCents: 1.5 },
    { amountCents: 1e15 },
    { amountCents: 100, paidOn: '2999-01-01' },
    { amountCents: 100, paidOn: '1999-12-31' },
    { amountCents: 100, paidOn: '2026-02-31' },
  ])
    await expect(pay(world, seen.id, body), JSON.stringify(body)).rejects.toThrow(/40[0-9]|422/)
  const [crm] = (await paymentsOf(world, await paidInTeamleader())).items
  await expect(revoke(world, crm?.id ?? '')).rejects.toThrow('payment_of_crm')
})

async function paidInTeamleader(): Promise<string> {
  const seen = await imported(5_000)
  world.teamleader.control.payInvoice(seen.externalId)
  await world.advance(61_000)
  return seen.id
}

async function imported(total: number): Promise<SeenInvoice> {
  const invoice = world.teamleader.control.addInvoice({ total })
  await world.drain()
  return invoiceOf(world, invoice.id)
}

test('one that comes in part paid brings its payments and credit notes along', async () => {
  const { control } = world.teamleader
  control.webhooks.rates({ lose: 1 })
  const invoice = control.addInvoice({ total: 10_000 })
  control.partPay(invoice.id, 3_000)
  control.creditInvoice(invoice.id, 2_000)
  control.webhooks.rates({ lose: 0 })
  control.webhooks.announce('invoice.booked', invoice.id)
  await world.drain()
  const { id } = await invoiceOf(world, invoice.id)
  expect(await paymentsOf(world, id)).toMatchObject({
    items: [{ origin: 'crm', amount: { amountCents: 3_000 }, writeBack: null }],
    statement: {
      credits: [{ amount: { amountCents: 2_000 } }],
      paidInCrm: { amountCents: 3_000 },
      open: { amountCents: 5_000 },
    },
  })
})

test('while the record cannot be read, money that was noted here is not counted a second time; without any the list is believed', async () => {
  const { control } = world.teamleader
  const [noted, untouched] = [await imported(10_000), await imported(10_000)]
  await pay(world, noted.id, { amountCents: 4_000 })
  control.replyAlways('invoices.info', { kind: 'status', status: 403 })
  control.partPay(noted.externalId, 4_000)
  control.partPay(untouched.externalId, 4_000)
  await world.drain()
  expect(await invoiceOf(world, noted.externalId)).toMatchObject({ open: { amountCents: 6_000 } })
  expect(await invoiceOf(world, untouched.externalId)).toMatchObject({ open: { amountCents: 6_000 } })
  control.clearFaults()
  await world.advance(20 * 60_000)
  expect(await invoiceOf(world, noted.externalId)).toMatchObject({ open: { amountCents: 6_000 } })
  expect((await paymentsOf(world, noted.id)).statement).toMatchObject({ open: { amountCents: 6_000 } })
})

test('after all of this: what is due agrees with the ledger, on every invoice', async () => {
  const promises = await findBrokenPromises(forAllCreditors(world.ctx))
  expect(promises.filter(({ count }) => count > 0)).toEqual([])
})
