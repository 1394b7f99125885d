// Promise B17: nothing is written to Teamleader once the switch is off, also not by work that has begun
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { invoiceOf } from '../../test/support/read-ledger.ts'
import { pay } from '../../test/support/read-payments.ts'
import { beginWrite, claimNext } from './claim-write-back.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
  await setWriteBack(true)
})
afterAll(() => world.stop())

test('switched off between the look and the call: the call does not leave', async () => {
  const { id } = world.teamleader.control.addInvoice({ total: 10_000 })
  await world.drain()
  await pay(world, (await invoiceOf(world, id)).id)
  const claimed = await claimNext(world.ctx, world.connectionId)
  if (!claimed) throw new Error('Nothing was claimed')
  await setWriteBack(false)
  expect(await beginWrite(world.ctx, claimed)).toBe(false)
  await setWriteBack(true)
  expect(await beginWrite(world.ctx, claimed)).toBe(true)
})

function setWriteBack(writeBack: boolean): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { writeBack })
}
