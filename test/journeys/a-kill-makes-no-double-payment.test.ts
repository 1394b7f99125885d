// Promise B17: a process that is killed at any step of registering a payment leaves it there exactly once in the end
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { paidThere, pay, paymentsOf } from '../support/read-payments.ts'
import { type Child, startChild } from '../support/start-child.ts'

const patience = { timeout: 60_000, interval: 50 }

let world: TestApp
let child: Child | undefined

beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createTestApp()
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { writeBack: true })
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
})

test('killed while it reads, while it writes with and without effect, while it reads again: once each', async () => {
  const { control, journal } = world.teamleader
  const invoices = [1_000, 2_000, 3_000, 4_000].map((total) => control.addInvoice({ total }))
  await world.drain()
  const steps = [
    { hangsAt: 'invoices.info', after: 0, afterWork: false },
    { hangsAt: 'invoices.registerPayment', after: 0, afterWork: false },
    { hangsAt: 'invoices.registerPayment', after: 0, afterWork: true },
    { hangsAt: 'invoices.info', after: 1, afterWork: false },
  ]
  for (const [index, { hangsAt, after, afterWork }] of steps.entries()) {
    const invoice = invoices[index]
    if (!invoice) throw new Error('There is an invoice for each step')
    journal.clear()
    if (after > 0) control.replyOnce(hangsAt, { kind: 'slow', ms: 0 }, after)
    control.replyAlways(hangsAt, { kind: 'hang', afterWork })
    child = await startChild(world.environment)
    await pay(world, (await invoiceOf(world, invoice.id)).id)
    await expect.poll(() => control.faults().length === 1 && hung(hangsAt) > after, patience).toBe(true)
    await child.kill()
    control.clearFaults()
  }
  function hung(operation: string): number {
    return journal.requests({ operation }).length
  }
  // Claims of the dead end by themselves; then the tick finds what they left.
  await world.advance(6 * 60_000)
  await world.app.jobs.runSchedule('tick-write-backs')
  await world.advance(6 * 60_000)
  for (const invoice of invoices) {
    const { id, open } = await invoiceOf(world, invoice.id)
    expect(open).toMatchObject({ amountCents: 0 })
    expect(paidThere(world, invoice.id)).toEqual([invoice.totalCents])
    const [payment] = (await paymentsOf(world, id)).items
    expect(payment).toMatchObject({ origin: 'hand', writeBack: { state: 'done' } })
  }
}, 240_000)
