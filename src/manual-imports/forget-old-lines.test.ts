import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { linesByHand, runByHand } from '../../test/support/import-by-hand.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ switches: { importInvoicesAutomatically: false } })
})
afterAll(() => world.stop())

const day = 86_400_000

test('what a run found goes after ninety days; what became of the invoices stays', async () => {
  world.teamleader.control.addInvoice()
  const { run } = await runByHand(world, 'import')
  await world.advance(89 * day)
  await world.app.jobs.runSchedule('forget-old-lines')
  await world.drain()
  expect((await linesByHand(world, run.id)).size).toBe(1)
  await world.advance(2 * day)
  await world.app.jobs.runSchedule('forget-old-lines')
  await world.drain()
  expect((await linesByHand(world, run.id)).size).toBe(0)
  expect((await world.get('/import-lines')).items).toHaveLength(1)
  expect((await world.get('/invoices')).items).toHaveLength(1)
})
