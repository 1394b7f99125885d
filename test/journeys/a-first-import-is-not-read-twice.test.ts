// Promise B6: while the first look through a large account is under way, the quarter-hourly one does not read all of it again
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reconcile } from '../../src/imports/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let world: TestApp

beforeAll(async () => {
  world = await createTestApp()
  world.teamleader.control.addInvoice()
  await world.drain()
})
afterAll(() => world.stop())

test('it waits for the mark of the first one, and for no longer than three hours', async () => {
  await pretend({ reconciledUntil: null, running: true })
  expect(await listCalls()).toBe(0)
  await world.advance(3 * 3_600_000 + 1_000)
  await pretend({ reconciledUntil: null })
  expect(await listCalls()).toBeGreaterThan(0)
})

test('with a mark to start at it looks, whatever else is under way', async () => {
  await pretend({ reconciledUntil: new Date(world.ctx.now().getTime() - 60_000), running: true })
  expect(await listCalls()).toBeGreaterThan(0)
})

async function listCalls(): Promise<number> {
  const { journal } = world.teamleader
  journal.clear()
  await reconcile(world.ctx, { connectionId: world.connectionId, kind: 'reconcile' })
  return journal.requests({ operation: 'invoices.list' }).length
}

async function pretend(state: { reconciledUntil: Date | null; running?: true }): Promise<void> {
  const { ctx, connectionId } = world
  await ctx.database.transaction(ctx.scope, async (db) => {
    await db.updateTable('connections').set({ reconciledUntil: state.reconciledUntil }).execute()
    if (!state.running) return
    const { creditorId } = await db.selectFrom('connections').select('creditorId').executeTakeFirstOrThrow()
    const run = { connectionId, creditorId, kind: 'nightly', state: 'running', startedAt: ctx.now() }
    await db
      .insertInto('importRuns')
      .values({ id: `run_${ctx.now().getTime()}`, ...run })
      .execute()
  })
}
