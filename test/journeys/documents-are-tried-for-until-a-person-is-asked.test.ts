// Promise B13: retries by themselves for fourteen days, then a person is asked; a changed document is fetched again
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  documentCalls,
  documentHistoryOf,
  documentOf,
  fetchDocument,
  retrieveNow,
  type SeenDocument,
} from '../support/read-documents.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

let world: TestApp

beforeEach(async () => {
  world = await createTestApp({ resting: [] })
})
afterEach(() => world.stop())

test('tries after 30 s, 2, 5, 15, 30 min, 1, 2, 4 h, then every 6 h for 14 days; then it says given up', async () => {
  world.teamleader.control.breakPdfs({ kind: 'missing' })
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  const pauses: number[] = []
  let document = await documentOf(world, id)
  while (document.nextTryAt) {
    pauses.push(pauseOf(document) / second)
    await world.advance(pauseOf(document) + 1)
    // Of the 56 tries in steps of six hours the first ones and the last ones are walked through.
    if (pauses.length === 10) await setAttempts(62)
    document = await documentOf(world, id)
  }
  const sixHours = (6 * hour) / second
  const firstDay = [30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400]
  expect(pauses).toEqual([...firstDay, ...Array.from({ length: 5 }, () => sixHours)])
  expect(document.attempts).toBe(65)
  expect(document).toMatchObject({
    state: 'given_up',
    hasFile: false,
    standing: { code: 'given_up', title: 'Given up' },
    lastError: { code: 'not_there_yet' },
  })
  expect((await world.get('/invoices?document=given_up')).items).toHaveLength(1)
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentGivenUp'])

  const before = documentCalls(world)
  await world.advance(30 * day)
  expect(documentCalls(world)).toEqual(before)
  // A person looked, Teamleader has it now.
  world.teamleader.control.breakPdfs(null)
  expect(await retrieveNow(world, id)).toMatchObject({ outcome: { code: 'retrieved' } })
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', attempts: 0 })
})

test('a document that was given up is tried for again when Teamleader makes it anew', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const { id } = control.addInvoice()
  await world.drain()
  await setAttempts(64)
  await world.advance(31 * second)
  expect(await documentOf(world, id)).toMatchObject({ state: 'given_up' })
  control.breakPdfs(null)
  rerender(id)
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
})

test.each([
  { fault: { kind: 'status', status: 503 } as const, code: 'crm_unavailable' },
  { fault: { kind: 'status', status: 429, retryAfterSeconds: 20 } as const, code: 'calls_used_up' },
  { fault: { kind: 'reset' } as const, code: 'crm_unavailable' },
])('while Teamleader answers with $fault no try is used up: it waits', async ({ fault, code }) => {
  const { control } = world.teamleader
  control.replyAlways('invoices.download', fault)
  const { id } = control.addInvoice()
  await world.drain()
  for (const pauseMs of [minute, 10 * minute, hour]) await world.advance(pauseMs)
  expect(await documentOf(world, id)).toMatchObject({ state: 'waiting', attempts: 0, lastError: { code } })
  expect(await documentHistoryOf(world, id)).toEqual([])
  control.clearFaults()
  await world.advance(10 * minute)
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', lastError: null })
})

test('after a refused connection it waits for a person to connect again, then goes on', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  control.breakPdfs({ kind: 'missing' })
  await world.drain()
  control.breakPdfs(null)
  control.revokeTokens()
  await world.advance(31 * second)
  expect(await retrieveNow(world, id)).toMatchObject({
    outcome: { code: 'reconnect_needed' },
    document: { state: 'waiting', attempts: 1, lastError: { code: 'reconnect_needed' } },
  })
  await world.advance(5 * hour)
  const calls = documentCalls(world)
  await world.visitor.connectTeamleader()
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
  expect(documentCalls(world).fetched).toBe(calls.fetched + 1)
})

test('a document that changed in Teamleader is fetched again; until then the old one is there and said to be old', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  await world.drain()
  const before = await fetchDocument(world, id)
  const { sha256 } = await documentOf(world, id)
  control.breakPdfs({ kind: 'html', next: 1 })
  rerender(id)
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({
    state: 'waiting',
    isStale: true,
    hasFile: true,
    attempts: 1,
  })
  expect((await fetchDocument(world, id)).bytes.equals(before.bytes)).toBe(true)
  await world.advance(31 * second)
  const after = await documentOf(world, id)
  expect(after).toMatchObject({ state: 'retrieved', isStale: false })
  expect(after.sha256).not.toBe(sha256)
  expect((await fetchDocument(world, id)).bytes.equals(before.bytes)).toBe(false)
  // The old version is nobody's any more.
  const key = `documents/${creditorId()}/${sha256?.slice(0, 2)}/${sha256}`
  await expect(world.ctx.files.open(key)).rejects.toThrow('no longer there')
  expect(await documentHistoryOf(world, id)).toEqual([
    'invoice.documentRetrieved',
    'invoice.documentStale',
    'invoice.documentRefused',
    'invoice.documentRetrieved',
  ])
})

test('a change while the document is on its way is not missed', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing', next: 1 })
  const { id } = control.addInvoice()
  await world.drain()
  const before = documentCalls(world)
  control.replyOnce('invoices.download', { kind: 'slow', ms: 2_000 })
  const retrieving = retrieveNow(world, id)
  await expect
    .poll(async () => (await documentOf(world, id)).standing.code, { interval: 5 })
    .toBe('under_way')
  rerender(id)
  await world.drain()
  expect((await documentOf(world, id)).standing.code).toBe('under_way')
  expect((await retrieving).document).toMatchObject({ state: 'waiting', isStale: true })
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', isStale: false })
  expect(documentCalls(world).fetched).toBe(before.fetched + 2)
})

test('an invoice that is deleted in Teamleader is not asked for any more', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const { id } = control.addInvoice()
  await world.drain()
  control.deleteInvoice(id)
  await world.drain()
  const before = documentCalls(world)
  await world.advance(day)
  expect(documentCalls(world)).toEqual(before)
  expect(await documentOf(world, id)).toMatchObject({
    state: 'given_up',
    lastError: { code: 'invoice_archived' },
  })
})

test('documents of invoices from before this was built are asked for, a bounded number a minute', async () => {
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  await world.ctx.database.transaction(world.ctx.scope, async (db) => {
    await db.deleteFrom('invoiceDocuments').execute()
    await db.updateTable('invoices').set({ documentState: 'none' }).execute()
  })
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
})

async function setAttempts(attempts: number): Promise<void> {
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.updateTable('invoiceDocuments').set({ attempts }).execute(),
  )
}

function pauseOf({ nextTryAt, lastTriedAt }: SeenDocument): number {
  return Date.parse(nextTryAt ?? '') - Date.parse(lastTriedAt ?? '')
}

/** Teamleader makes the document anew: another file, another content. */
function rerender(externalId: string): void {
  world.teamleader.control.editInvoice(externalId, { fileId: randomUUID(), dueOn: '2031-01-31' })
}

function creditorId(): string {
  return world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : ''
}
