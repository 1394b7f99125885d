// Promise B17: of one invoice one payment at a time is registered, so that the look before it shows what the one before did
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { invoiceOf } from '../../test/support/read-ledger.ts'
import { pay } from '../../test/support/read-payments.ts'
import { claimNext, recordDone } from './claim-write-back.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ resting: ['retrieve-documents', 'write-back-payments'] })
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { writeBack: true })
})
afterAll(() => world.stop())

test('while one payment of an invoice is being registered the next one waits; that of another invoice does not', async () => {
  const { control } = world.teamleader
  const [first, other] = [control.addInvoice({ total: 10_000 }), control.addInvoice({ total: 10_000 })]
  await world.drain()
  const { id } = await invoiceOf(world, first.id)
  const [one, two] = [
    await pay(world, id, { amountCents: 4_000 }),
    await pay(world, id, { amountCents: 6_000 }),
  ]
  const elsewhere = await pay(world, (await invoiceOf(world, other.id)).id)
  const claimed = await claim()
  expect(claimed?.paymentId).toBe(one.id)
  expect((await claim())?.paymentId).toBe(elsewhere.id)
  expect(await claim()).toBeUndefined()
  if (claimed) await recordDone(world.ctx, claimed)
  expect((await claim())?.paymentId).toBe(two.id)
})

function claim() {
  return claimNext(world.ctx, world.connectionId)
}
