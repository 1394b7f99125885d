// Promise B17, A10: payments known in Vorder are registered in Teamleader exactly once, read first, the echo recognised, and removed there when they are taken back
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forAllCreditors } from '../../src/context.ts'
import { findBrokenPromises } from '../../src/imports/index.ts'
import type { SandboxFault } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf, invoiceOf, type SeenInvoice } from '../support/read-ledger.ts'
import {
  paidThere,
  pay,
  paymentsOf,
  revoke,
  type SeenPayment,
  writesThere,
} from '../support/read-payments.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
  await setWriteBack(true)
})
afterAll(() => world.stop())
beforeEach(() => {
  world.teamleader.control.clearFaults()
  world.teamleader.journal.clear()
})

const minutes = (count: number) => count * 60_000

test('registered once with day and method; the echo changes nothing, customers are never written', async () => {
  const { items } = await world.get<{ items: { id: string; name: string }[] }>(
    `/payment-methods?connectionId=${world.connectionId}`,
  )
  const [method] = items
  const seen = await imported()
  const paid = await pay(world, seen.id, { amountCents: 4_000, method: method?.name, methodId: method?.id })
  expect(paid.writeBack).toMatchObject({ state: 'waiting' })
  await world.advance(minutes(20))
  expect(paidThere(world, seen.externalId)).toEqual([4_000])
  const there = world.teamleader.control.invoices().find(({ id }) => id === seen.externalId)?.payments[0]
  expect(there?.methodId).toBe(method?.id)
  expect(new Date(there?.paidAt ?? 0).toISOString().slice(0, 10)).toBe(paid.paidOn)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 6_000 },
    state: 'booked',
  })
  const { items: payments, statement } = await paymentsOf(world, seen.id)
  expect(payments).toMatchObject([
    { origin: 'hand', writeBack: { state: 'done' } },
    { origin: 'crm', matchedId: paid.id },
  ])
  expect(statement).toMatchObject({ paidInCrm: { amountCents: 4_000 }, paidHere: { amountCents: 0 } })
  const history = (await historyOf(world, seen.id)).filter((kind) => /payment|[pP]aid/.test(kind))
  expect(history).toEqual(['payment.recorded', 'invoice.partPaid', 'payment.writtenBack'])
  expect(writesThere(world)).toEqual(['invoices.registerPayment'])
})

test('two equal payments of one day are two there; two processes at once make no third', async () => {
  const seen = await imported()
  await pay(world, seen.id, { amountCents: 2_500 })
  await pay(world, seen.id, { amountCents: 2_500 })
  const other = await world.startSecond()
  await Promise.all([world.app.jobs.drain(), other.jobs.drain(), world.app.jobs.drain()])
  await world.advance(minutes(10))
  expect(paidThere(world, seen.externalId)).toEqual([2_500, 2_500])
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 5_000 } })
})

test('taken back here: due again at once, and removed there', async () => {
  const seen = await imported()
  const paid = await pay(world, seen.id)
  await world.drain()
  expect(paidThere(world, seen.externalId)).toEqual([10_000])
  expect((await revoke(world, paid.id)).writeBack).toMatchObject({ state: 'revoking' })
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 10_000 },
    state: 'booked',
  })
  await world.drain()
  expect(paidThere(world, seen.externalId)).toEqual([])
  await world.advance(minutes(20))
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    open: { amountCents: 10_000 },
    state: 'booked',
  })
  expect((await paymentsOf(world, seen.id)).items[0]).toMatchObject({ writeBack: { state: 'revoked' } })
  expect(writesThere(world)).toEqual(['invoices.registerPayment', 'invoices.removePayments'])
})

test('taken back before it left: nothing is written at all', async () => {
  const seen = await imported()
  await revoke(world, (await pay(world, seen.id)).id)
  await world.advance(minutes(10))
  expect(writesThere(world)).toEqual([])
})

test('other payments are there too: none of them is taken away, somebody has to look', async () => {
  const { control } = world.teamleader
  const seen = await imported()
  control.partPay(seen.externalId, 3_000)
  await world.advance(61_000)
  const paid = await pay(world, seen.id, { amountCents: 7_000 })
  await world.drain()
  await revoke(world, paid.id)
  await world.drain()
  expect(paidThere(world, seen.externalId)).toEqual([3_000, 7_000])
  expect(await taskOf(paid)).toMatchObject({ cause: 'other_payments_there' })
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 7_000 } })
  control.editInvoice(seen.externalId, {
    payments: [{ amountCents: 3_000, paidAt: control.clock.now().getTime(), methodId: null }],
  })
  await world.advance(61_000)
  expect(await taskOf(paid)).toBeUndefined()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ open: { amountCents: 7_000 } })
})

test.each<[string, SandboxFault]>([
  ['500 after the effect', { kind: 'status', status: 500, afterWork: true }],
  ['500 without effect', { kind: 'status', status: 500 }],
  ['the connection is cut after the effect', { kind: 'reset', afterWork: true }],
  ['the connection is cut before it', { kind: 'reset' }],
  ['a web page in place of the answer', { kind: 'html', afterWork: true }],
  ['slow down', { kind: 'status', status: 429 }],
])('%s: registered exactly once', async (_name, fault) => {
  const seen = await imported()
  world.teamleader.control.replyOnce('invoices.registerPayment', fault)
  const paid = await pay(world, seen.id)
  await world.drain()
  await world.advance(minutes(1))
  await world.advance(minutes(2))
  await world.advance(minutes(10))
  expect(paidThere(world, seen.externalId)).toEqual([10_000])
  expect((await paymentsOf(world, seen.id)).items.find(({ id }) => id === paid.id)).toMatchObject({
    writeBack: { state: 'done' },
  })
})

test('the answer was lost and Teamleader is down: nothing is repeated until the invoice was read', async () => {
  const { control } = world.teamleader
  const seen = await imported()
  control.replyOnce('invoices.registerPayment', { kind: 'reset', afterWork: true })
  const paid = await pay(world, seen.id)
  control.webhooks.next({ lose: 2 })
  await world.drain()
  control.replyAlways('invoices.info', { kind: 'status', status: 503 })
  await world.advance(minutes(30))
  expect((await standing(seen, paid)).state).toBe('unknown')
  expect(writesThere(world)).toEqual(['invoices.registerPayment'])
  control.clearFaults()
  await world.advance(minutes(90))
  expect((await standing(seen, paid)).state).toBe('done')
  expect(paidThere(world, seen.externalId)).toEqual([10_000])
})

test('refused: a to-do with cause and remedy, once in the history; tried again it is done', async () => {
  const seen = await imported()
  world.teamleader.control.replyAlways('invoices.registerPayment', { kind: 'status', status: 403 })
  const paid = await pay(world, seen.id)
  await world.advance(minutes(30))
  expect(await taskOf(paid)).toMatchObject({
    cause: 'not_permitted',
    title: 'The connected user may not do this',
    invoice: { id: seen.id, number: seen.number },
  })
  expect(writesThere(world)).toEqual(['invoices.registerPayment'])
  await retry(paid)
  await world.drain()
  world.teamleader.control.clearFaults()
  expect((await retry(paid)).writeBack).toMatchObject({ state: 'waiting' })
  await world.drain()
  expect(await taskOf(paid)).toBeUndefined()
  expect(paidThere(world, seen.externalId)).toEqual([10_000])
  const tasks = (await historyOf(world, seen.id)).filter((kind) => kind === 'payment.writeBackRefused')
  expect(tasks).toHaveLength(2)
})

test('bookings that Teamleader does not let be paid, credited and gone invoices: each with its cause', async () => {
  const { control } = world.teamleader
  const [locked, credited, gone, settled] = [
    await imported(),
    await imported(),
    await imported(),
    await imported(),
  ]
  control.answers({ paymentWithoutStrictMode: 'reject' })
  const onLocked = await pay(world, locked.id)
  await world.drain()
  control.answers({ paymentWithoutStrictMode: 'accept' })
  expect(await taskOf(onLocked)).toMatchObject({
    cause: 'crm_refused',
    detail: expect.stringMatching(/strict/),
  })
  // What happens there before Vorder hears of it.
  control.webhooks.rates({ lose: 1 })
  control.creditInvoice(credited.externalId)
  control.deleteInvoice(gone.externalId)
  control.editInvoice(settled.externalId, {
    payments: [{ amountCents: 10_000, paidAt: Date.parse('2024-02-01T11:00:00Z'), methodId: null }],
  })
  const payments = [await pay(world, credited.id), await pay(world, gone.id), await pay(world, settled.id)]
  await world.drain()
  control.webhooks.rates({ lose: 0 })
  const causes = await Promise.all(payments.map(async (each) => (await taskOf(each))?.cause))
  expect(causes).toEqual(['credited_in_crm', 'gone_in_crm', 'already_paid_in_crm'])
  expect(paidThere(world, settled.externalId)).toEqual([10_000])
})

test('entered in Teamleader by hand meanwhile: that one stands for it, nothing is added or taken away', async () => {
  const { control } = world.teamleader
  const seen = await imported()
  control.webhooks.rates({ lose: 1 })
  const paid = await pay(world, seen.id, { amountCents: 4_000 })
  control.partPay(seen.externalId, 4_000)
  await world.drain()
  control.webhooks.rates({ lose: 0 })
  expect(paidThere(world, seen.externalId)).toEqual([4_000])
  expect((await standing(seen, paid)).state).toBe('done')
  await revoke(world, paid.id)
  await world.advance(minutes(5))
  expect(paidThere(world, seen.externalId)).toEqual([4_000])
})

test('switched off: nothing is written, not even what waits; switched on, a person can send it after all', async () => {
  const seen = await imported()
  const waiting = await pay(world, seen.id, { amountCents: 1_000 })
  await setWriteBack(false)
  const quiet = await pay(world, seen.id, { amountCents: 2_000 })
  await world.advance(minutes(30))
  expect(writesThere(world)).toEqual([])
  expect(await standing(seen, quiet)).toMatchObject({ state: 'off', canRetry: false })
  await expect(retry(quiet)).rejects.toThrow('write_back_off')
  await setWriteBack(true)
  await world.app.jobs.runSchedule('tick-write-backs')
  await world.drain()
  expect((await standing(seen, waiting)).state).toBe('done')
  expect(await standing(seen, quiet)).toMatchObject({ state: 'off', canRetry: true })
  await retry(quiet)
  await world.drain()
  expect(paidThere(world, seen.externalId)).toEqual([1_000, 2_000])
})

test('nobody knew what came of it, and then it was entered there by hand: the to-do is done', async () => {
  const { control } = world.teamleader
  const seen = await imported()
  control.replyAlways('invoices.registerPayment', { kind: 'reset' })
  const paid = await pay(world, seen.id, { amountCents: 4_000 })
  for (let tries = 0; tries < 8; tries += 1) await world.advance(minutes(60))
  expect(await taskOf(paid)).toMatchObject({ cause: 'no_answer' })
  control.clearFaults()
  control.editInvoice(seen.externalId, {
    payments: [{ amountCents: 4_000, paidAt: Date.parse(`${paid.paidOn}T09:30:00Z`), methodId: null }],
  })
  await world.advance(61_000)
  expect(await taskOf(paid)).toBeUndefined()
  expect((await standing(seen, paid)).state).toBe('done')
  expect(paidThere(world, seen.externalId)).toEqual([4_000])
})

test('after all of this: what is due agrees with the ledger, on every invoice', async () => {
  const promises = await findBrokenPromises(forAllCreditors(world.ctx))
  expect(promises.filter(({ count }) => count > 0)).toEqual([])
})

async function standing(seen: SeenInvoice, { id }: SeenPayment) {
  const found = (await paymentsOf(world, seen.id)).items.find((each) => each.id === id)
  if (!found?.writeBack) throw new Error('The payment has no write-back')
  return found.writeBack
}

async function taskOf({ id }: SeenPayment): Promise<Record<string, unknown> | undefined> {
  const { items } = await world.get('/write-back-tasks')
  return items.find(({ paymentId }) => paymentId === id)
}

function retry({ id }: SeenPayment): Promise<SeenPayment> {
  return world.send<SeenPayment>('POST', `/api/v1/payments/${id}/retry-write-back`)
}

function setWriteBack(writeBack: boolean): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { writeBack })
}

async function imported(): Promise<SeenInvoice> {
  const invoice = world.teamleader.control.addInvoice({ total: 10_000 })
  await world.drain()
  return invoiceOf(world, invoice.id)
}
