// Promise B12: retrieve document now, on the invoice; never twice at once
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  documentCalls,
  documentHistoryOf,
  documentOf,
  fetchDocument,
  retrieveNow,
} from '../support/read-documents.ts'
import { invoiceOf } from '../support/read-ledger.ts'

type Told = Awaited<ReturnType<typeof retrieveNow>>

const minute = 60_000

let world: TestApp

beforeEach(async () => {
  world = await createTestApp({ resting: [] })
})
afterEach(() => world.stop())

test('a person who does not want to wait presses the button, and is told how it went', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const { id } = control.addInvoice()
  await world.drain()
  const before = await documentOf(world, id)
  expect(await retrieveNow(world, id)).toMatchObject({
    outcome: { code: 'not_there_yet', title: 'Teamleader has no document yet' },
    // Pressing the button uses up nothing of the schedule.
    document: { state: 'waiting', attempts: before.attempts, nextTryAt: before.nextTryAt },
  })
  control.breakPdfs(null)
  expect(await retrieveNow(world, id)).toMatchObject({
    outcome: { code: 'retrieved' },
    document: { state: 'retrieved', hasFile: true, nextTryAt: null },
  })
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
  const calls = documentCalls(world)
  await world.advance(10 * minute)
  expect(documentCalls(world)).toEqual(calls)
})

test('the answer comes in the language of the person', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'encrypted' })
  const { id } = control.addInvoice()
  await world.drain()
  const { id: invoiceId } = await invoiceOf(world, id)
  await world.send('PATCH', '/api/v1/me', { language: 'nl' })
  const { lastError } = await documentOf(world, id)
  expect(lastError?.code).toBe('password_protected')
  for (const [language, title] of [
    ['nl', 'De pdf vraagt een wachtwoord'],
    ['fr', 'Le PDF demande un mot de passe'],
  ]) {
    const answer = await world.visitor.download(`/api/v1/invoices/${invoiceId}`, {
      'accept-language': language ?? '',
    })
    expect(await answer.json()).toMatchObject({ documents: [{ lastError: { title } }] })
  }
})

test('one that is here already is fetched again on demand, without a second line when it is the same', async () => {
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  const { sha256 } = await documentOf(world, id)
  expect(await retrieveNow(world, id)).toMatchObject({ outcome: { code: 'retrieved' }, document: { sha256 } })
  expect(documentCalls(world)).toEqual({ asked: 2, fetched: 2 })
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
})

test('a refused one does not take the place of the one that is here', async () => {
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  const before = await fetchDocument(world, id)
  world.teamleader.control.breakPdfs({ kind: 'html' })
  expect(await retrieveNow(world, id)).toMatchObject({
    outcome: { code: 'web_page' },
    document: { state: 'retrieved', hasFile: true, lastError: { code: 'web_page' } },
  })
  expect((await fetchDocument(world, id)).bytes.equals(before.bytes)).toBe(true)
})

test('pressed ten times at once while two processes work on the schedule, it is fetched once', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing', next: 1 })
  const { id } = control.addInvoice()
  await world.drain()
  const second = await world.startSecond()
  const { id: invoiceId } = await invoiceOf(world, id)
  const path = `/api/v1/invoices/${invoiceId}/documents/pdf/retrieve`
  control.replyAlways('invoices.download', { kind: 'slow', ms: 4_000 })
  const before = documentCalls(world)
  const pressing = Promise.all(Array.from({ length: 10 }, () => world.send<Told>('POST', path)))
  const working = Promise.all([world.advance(minute), second.jobs.drain()])
  const outcomes = (await pressing).map(({ outcome }) => outcome.code)
  await working
  expect(outcomes.filter((code) => code === 'retrieved').length).toBeLessThanOrEqual(1)
  // The schedule may be the first: then all ten are told that it is under way.
  expect(outcomes.filter((code) => code !== 'retrieved' && code !== 'under_way')).toEqual([])
  expect(documentCalls(world)).toEqual({ asked: before.asked + 1, fetched: before.fetched + 1 })
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
})

test('what a killed process was fetching for a person rests for five minutes, then the schedule goes on', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing', next: 1 })
  const { id } = control.addInvoice()
  await world.drain()
  const claimedUntil = new Date(world.ctx.now().getTime() + 5 * minute)
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.updateTable('invoiceDocuments').set({ claimId: 'hand:killed', claimedUntil }).execute(),
  )
  expect(await retrieveNow(world, id)).toMatchObject({ outcome: { code: 'under_way' } })
  const before = documentCalls(world)
  await world.advance(minute)
  expect(documentCalls(world)).toEqual(before)
  await world.advance(5 * minute)
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
})

test('while Teamleader is away the button says so in words', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const { id } = control.addInvoice()
  await world.drain()
  control.replyAlways('invoices.download', { kind: 'status', status: 500 })
  expect(await retrieveNow(world, id)).toMatchObject({
    outcome: { code: 'crm_unavailable', title: 'Teamleader cannot be reached' },
    document: { state: 'waiting', attempts: 1 },
  })
})
