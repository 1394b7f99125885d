// Promise B13: a process that is killed while it fetches documents leaves none half, and none is forgotten
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { documentCalls, documentHistoryOf, documentOf, fetchDocument } from '../support/read-documents.ts'
import { type Child, startChild } from '../support/start-child.ts'

const patience = { timeout: 60_000, interval: 50 }

let world: TestApp
let child: Child

beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createTestApp({ resting: [] })
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
})

test('killed in the middle of a download: the next run takes it over', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'hang' })
  child = await startChild(world.environment)
  const { id } = control.addInvoice()
  await expect.poll(() => documentCalls(world).fetched, patience).toBe(1)
  await child.kill()
  expect(await documentOf(world, id)).toMatchObject({
    state: 'waiting',
    hasFile: false,
    standing: { code: 'under_way' },
  })
  expect((await fetchDocument(world, id)).status).toBe(404)
  control.breakPdfs(null)
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', attempts: 0 })
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
}, 120_000)

test('killed at any moment while many come in: every one is there in the end, whole, with one line each', async () => {
  const { control } = world.teamleader
  const ids = control.addMany({ invoices: 40, customers: 3 }).invoiceIds
  for (const moment of [3, 20]) {
    child = await startChild(world.environment)
    const before = await documentsHere()
    for (const id of ids) control.webhooks.announce('invoice.booked', id)
    await expect.poll(documentsHere, patience).toBeGreaterThanOrEqual(Math.max(before, moment))
    await child.kill()
  }
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  for (const id of ids) {
    expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
    expect((await fetchDocument(world, id)).status).toBe(200)
    expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
  }
}, 240_000)

async function documentsHere(): Promise<number> {
  const rows = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('invoiceDocuments').select('id').where('state', '=', 'retrieved').execute(),
  )
  return rows.length
}
