import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ConnectedWorld, openConnectedWorld } from '../../test/support/open-connected-world.ts'
import { inTransaction } from '../context.ts'
import type { CallPriority } from '../crm/index.ts'
import type { CallBudget } from './call-budget-table.ts'
import type { Connection } from './connection.ts'
import { sourceFor } from './source-for.ts'
import { noteLimit, takeCall } from './take-call.ts'

let world: ConnectedWorld
let connection: Connection

beforeAll(async () => {
  world = await openConnectedWorld()
  connection = await world.connect()
})
beforeEach(async () => {
  world.sandbox.control.clearFaults()
  world.sandbox.control.setRateLimit(200)
  await inTransaction(world.ctx, (tx) => sql`delete from call_budgets`.execute(tx.db))
  passTime(120_000)
  world.sandbox.journal.clear()
})
afterAll(() => world.close())

/** By both clocks. */
function passTime(ms: number): void {
  world.advance(ms)
  world.sandbox.control.clock.advance(ms)
}

function budget(calls: number, windowMs: number): CallBudget {
  return { connectionId: connection.id, creditorId: connection.creditorId, callLimit: { calls, windowMs } }
}

async function callDepartments(priority: CallPriority = 'person', ctx = world.ctx): Promise<unknown> {
  return (await sourceFor(ctx, connection.id, priority)).listDepartments()
}

/** How many calls pass until the budget says no. */
async function countUntilRefused(priority: CallPriority, of: CallBudget): Promise<number> {
  for (let passed = 0; ; passed += 1) {
    try {
      await takeCall(world.ctx, of, { priority })
    } catch (problem) {
      expect(problem).toMatchObject({ name: 'SourceUnavailableError', code: 'call_budget_used_up' })
      return passed
    }
  }
}

test('two processes together never make more than 200 calls in a minute, and use all of them', async () => {
  const first = await sourceFor(world.ctx, connection.id, 'person')
  const second = await sourceFor(world.other, connection.id, 'person')
  const outcomes = await Promise.allSettled(
    Array.from({ length: 230 }, (_, index) => (index % 2 ? first : second).listDepartments()),
  )
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused).toHaveLength(30)
  expect(refused[0]?.reason).toMatchObject({ name: 'SourceUnavailableError', retryAt: expect.any(Date) })
  passTime(61_600)
  await Promise.all(Array.from({ length: 20 }, () => callDepartments()))
  expect(world.sandbox.journal.maxCallsInAnyMinute()).toBe(200)
  expect(world.sandbox.journal.requests({ status: 429 })).toEqual([])
})

test('five minutes of steady demand: never over the limit in any minute, and hardly under it', async () => {
  const of = budget(5, 61_500)
  const still = { at: world.ctx.now().getTime() }
  const processes = [world.ctx, world.other].map((ctx) => ({ ...ctx, now: () => new Date(still.at) }))
  const startedAt = still.at
  const takenAt: number[] = []
  // Steps of one to four seconds, in an order that is the same every time.
  for (let step = 0; still.at < startedAt + 300_000; step += 1) {
    still.at += 1_000 + ((step * 7919) % 3) * 1_500
    const tries = processes.flatMap((ctx) => [
      takeCall(ctx, of, { priority: 'person' }),
      takeCall(ctx, of, { priority: 'person' }),
    ])
    const outcomes = await Promise.allSettled(tries)
    takenAt.push(...outcomes.filter(({ status }) => status === 'fulfilled').map(() => still.at))
  }
  const mostInAMinute = takenAt.map(
    (at) => takenAt.filter((other) => other >= at && other < at + 60_000).length,
  )
  expect(Math.max(...mostInAMinute)).toBe(5)
  expect(takenAt.length).toBeGreaterThanOrEqual(23)
})

test('those who wait more dearly find room when the others find none', async () => {
  const of = budget(200, 120_000)
  const priorities = ['export', 'document', 'reconcile', 'webhook', 'person'] as const
  const passed: number[] = []
  for (const priority of priorities) passed.push(await countUntilRefused(priority, of))
  expect(passed).toEqual([110, 30, 30, 20, 10])
})

test('calls leave the window one by one, and retryAt says when', async () => {
  const of = budget(2, 120_000)
  await takeCall(world.ctx, of, { priority: 'person' })
  passTime(50_000)
  await takeCall(world.ctx, of, { priority: 'person' })
  const refused = await takeCall(world.ctx, of, { priority: 'person' }).catch((problem) => problem)
  const waitMs = refused.retryAt.getTime() - world.ctx.now().getTime()
  expect(waitMs).toBeGreaterThan(69_000)
  expect(waitMs).toBeLessThanOrEqual(70_000)
  passTime(70_000)
  expect(await takeCall(world.ctx, of, { priority: 'person' })).toBe(2)
})

test('a job waits for a place that becomes free soon', async () => {
  const of = budget(1, 400)
  await takeCall(world.ctx, of, { priority: 'person' })
  const before = Date.now()
  await takeCall(world.ctx, of, { priority: 'webhook' })
  expect(Date.now() - before).toBeGreaterThanOrEqual(380)
})

test('a clock that stands still is not waited for', async () => {
  const fixed = world.ctx.now()
  const still = { ...world.ctx, now: () => fixed }
  const of = budget(1, 400)
  await takeCall(still, of, { priority: 'webhook' })
  await expect(takeCall(still, of, { priority: 'webhook' })).rejects.toMatchObject({
    code: 'call_budget_used_up',
  })
})

test('a clock that was set back does not lock the connection up', async () => {
  const of = budget(1, 60_000)
  await takeCall(world.ctx, of, { priority: 'person' })
  world.advance(-3600_000)
  expect(await takeCall(world.ctx, of, { priority: 'person' })).toBe(1)
  world.advance(3600_000)
})

test('after 429 nobody calls before the time is over', async () => {
  world.sandbox.control.replyOnce('departments.list', { kind: 'status', status: 429 })
  await expect(callDepartments()).rejects.toMatchObject({ code: 'rate_limited' })
  const before = world.sandbox.journal.requests().length
  await expect(callDepartments('person', world.other)).rejects.toMatchObject({ code: 'call_budget_used_up' })
  expect(world.sandbox.journal.requests()).toHaveLength(before)
  passTime(66_500)
  expect(await callDepartments()).not.toEqual([])
})

test('what the headers say is left beats our own count: somebody else uses the same budget', async () => {
  world.sandbox.control.setRateLimit(12)
  const outcomes: unknown[] = []
  for (let index = 0; index < 20; index += 1) {
    outcomes.push(await callDepartments().catch((problem) => problem.code))
  }
  expect(outcomes.filter((outcome) => Array.isArray(outcome))).toHaveLength(12)
  expect(outcomes.filter((outcome) => outcome === 'call_budget_used_up')).toHaveLength(8)
  expect(world.sandbox.journal.requests({ status: 429 })).toEqual([])
})

test('a pause is never shortened by a later answer, and ends', async () => {
  const of = budget(200, 60_000)
  await takeCall(world.ctx, of, { priority: 'person' })
  const inOneMinute = new Date(world.ctx.now().getTime() + 60_000)
  await noteLimit(world.ctx, of, { exhausted: true, remaining: 0, resetAt: inOneMinute })
  const sooner = new Date(world.ctx.now().getTime() + 1_000)
  await noteLimit(world.ctx, of, { exhausted: true, remaining: 0, resetAt: sooner })
  passTime(30_000)
  await expect(takeCall(world.ctx, of, { priority: 'person' })).rejects.toMatchObject({
    retryAt: inOneMinute,
  })
  passTime(30_000)
  await expect(takeCall(world.ctx, of, { priority: 'person' })).resolves.toBeGreaterThan(0)
})

test('a limit that is not counted costs nothing', async () => {
  expect(await takeCall(world.ctx, budget(Number.POSITIVE_INFINITY, 60_000), { priority: 'export' })).toBe(0)
})
