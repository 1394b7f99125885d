// Promise B9: events that cannot be stored are refused at once, never collected in memory
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { creditorOf } from '../context.ts'
import { createEventInbox } from './event-inbox.ts'
import type { IncomingEvent } from './event-table.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('while the database does not answer, big events fill no more than their room; afterwards they are taken again', async () => {
  const inbox = createEventInbox(world.app.ctx)
  const blocker = new pg.Client({ connectionString: world.environment.DATABASE_URL })
  await blocker.connect()
  await blocker.query('begin; lock table webhook_events in access exclusive mode')
  const big = 'x'.repeat(60_000)
  const answers = Promise.allSettled(Array.from({ length: 600 }, () => inbox.accept(event(big))))
  // Those past the room are refused while the table is still locked.
  await expect(inbox.accept(event(big))).rejects.toMatchObject({ code: 'inbox_unavailable' })
  await blocker.query('rollback')
  await blocker.end()
  const refused = (await answers).filter(({ status }) => status === 'rejected')
  expect(refused.length).toBeGreaterThan(250)
  expect(refused.length).toBeLessThan(400)
  await inbox.accept(event(big))
})

function event(body: string): IncomingEvent {
  const { connectionId } = world
  return {
    creditorId: creditorOf(world.ctx),
    connectionId,
    type: 'invoice.updated',
    subjectKind: 'invoice',
    subjectExternalId: 'some-invoice',
    body,
    ignoredFor: 'unknown_type',
  }
}
