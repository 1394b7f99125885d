import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { lineOf } from '../../test/support/read-ledger.ts'
import { forgetOldCopies } from './forget-old-copies.ts'

const day = 24 * 3_600_000

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('after thirty days settled events and raw copies are gone; ledger, invoices and waiting events stay', async () => {
  const { control } = world.teamleader
  control.replyOnce('invoices.list', { kind: 'patch', patch: { 'data.*.total': null } })
  const spoilt = control.addInvoice()
  await world.drain()
  await world.advance(29 * day)
  await world.app.jobs.runSchedule('forget-old-copies')
  await world.drain()
  expect(await kept(spoilt.id)).toEqual({ events: 2, copies: 1 })

  await world.advance(2 * day)
  const waiting = control.addInvoice()
  await world.teamleader.settled()
  const later = new Date(world.ctx.now().getTime() + 365 * day)
  await forgetOldCopies({ ...world.app.ctx, now: () => later })
  expect(await kept(spoilt.id)).toEqual({ events: 0, copies: 0 })
  await world.drain()
  expect(await lineOf(world, spoilt.id)).toMatchObject({ cause: { code: 'unreadable_invoice' } })
  expect(await lineOf(world, waiting.id)).toMatchObject({ outcome: 'imported' })
})

function kept(externalId: string): Promise<{ events: number; copies: number }> {
  return world.ctx.database.transaction(world.ctx.scope, async (db) => {
    const events = db.selectFrom('webhookEvents').select('id').where('subjectExternalId', '=', externalId)
    const copies = db.selectFrom('rawCopies').select('problem').where('externalId', '=', externalId)
    return { events: (await events.execute()).length, copies: (await copies.execute()).length }
  })
}
