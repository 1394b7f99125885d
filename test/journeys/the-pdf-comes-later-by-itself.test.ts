// Promise B11: the PDF is fetched later, on a visible schedule; when it is there, the overview says so
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { documentCalls, documentHistoryOf, documentOf, fetchDocument } from '../support/read-documents.ts'
import { invoiceOf } from '../support/read-ledger.ts'

const second = 1_000
const minute = 60 * second

let world: TestApp

beforeEach(async () => {
  world = await createTestApp({ resting: [] })
})
afterEach(() => world.stop())

test('a booked invoice has its PDF a moment later: icon, document, a line of history', async () => {
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({
    state: 'retrieved',
    standing: { code: 'retrieved', title: 'Here' },
    hasFile: true,
    isStale: false,
    attempts: 0,
    lastError: null,
    nextTryAt: null,
  })
  expect(await iconOf(id)).toBe('retrieved')
  expect(await documentHistoryOf(world, id)).toEqual(['invoice.documentRetrieved'])
  expect(documentCalls(world)).toEqual({ asked: 1, fetched: 1 })
})

test('the document is the one of Teamleader to the byte, and safe to open', async () => {
  const { id, number } = world.teamleader.control.addInvoice()
  await world.drain()
  const shown = await fetchDocument(world, id)
  const { sizeBytes } = await documentOf(world, id)
  expect(shown.status).toBe(200)
  expect(shown.bytes.length).toBe(sizeBytes)
  expect(shown.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const name = number?.replace(' / ', '-')
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"; filename*=UTF-8''${name}.pdf`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, no-store',
  })
  const saved = await fetchDocument(world, id, { query: '?download=true' })
  expect(saved.bytes.equals(shown.bytes)).toBe(true)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(saved.headers.get('content-security-policy')).toContain('sandbox')
})

test('the file is fetched without our token, from the address that Teamleader gave', async () => {
  world.teamleader.control.addInvoice()
  await world.drain()
  const [asked] = world.teamleader.journal.requests({ operation: 'invoices.download' })
  const [fetched] = world.teamleader.journal.requests({ operation: 'download' })
  expect(asked?.headers.authorization).toMatch(/^Bearer /)
  expect(fetched?.headers).not.toHaveProperty('authorization')
  expect(fetched?.headers).not.toHaveProperty('cookie')
})

test('while Teamleader has made none, the invoice is there and says when it is tried again', async () => {
  world.teamleader.control.delayPdfs(2 * minute)
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  const early = await documentOf(world, id)
  expect(early).toMatchObject({
    state: 'waiting',
    hasFile: false,
    attempts: 1,
    lastError: { code: 'not_there_yet', title: 'Teamleader has no document yet' },
  })
  expect(Date.parse(early.nextTryAt ?? '') - Date.parse(early.lastTriedAt ?? '')).toBe(30 * second)
  expect(await iconOf(id)).toBe('waiting')
  expect((await fetchDocument(world, id)).status).toBe(404)
  // Teamleader's list said so itself: nothing was asked in vain.
  expect(documentCalls(world)).toEqual({ asked: 0, fetched: 0 })

  await world.advance(31 * second)
  expect(await documentOf(world, id)).toMatchObject({ state: 'waiting', attempts: 2 })
  await world.advance(2 * minute)
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', attempts: 0, lastError: null })
  expect(await iconOf(id)).toBe('retrieved')
  expect(documentCalls(world)).toEqual({ asked: 2, fetched: 1 })
})

test('a later look at the invoice, which names the version, fetches nothing again', async () => {
  const { control } = world.teamleader
  control.delayPdfs(20 * second)
  const { id } = control.addInvoice()
  await world.drain()
  await world.advance(31 * second)
  expect(documentCalls(world)).toEqual({ asked: 1, fetched: 1 })
  control.partPay(id, 100)
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', isStale: false })
  expect(documentCalls(world)).toEqual({ asked: 1, fetched: 1 })
})

test('invoices that stay out ask for no document', async () => {
  const { control } = world.teamleader
  control.addInvoice({ status: 'draft' })
  control.addInvoice({ total: 0 })
  await world.drain()
  await world.advance(minute)
  expect(documentCalls(world)).toEqual({ asked: 0, fetched: 0 })
})

test('the overview finds those whose PDF is missing', async () => {
  const { control } = world.teamleader
  const here = control.addInvoice()
  await world.drain()
  control.delayPdfs(10 * minute)
  const late = control.addInvoice()
  await world.drain()
  expect(await listed('waiting')).toEqual([late.number])
  expect(await listed('retrieved')).toEqual([here.number])
  expect(await listed('given_up')).toEqual([])
})

test('a UBL comes beside each PDF when the connection says so, and by hand otherwise', async () => {
  const { control } = world.teamleader
  const without = control.addInvoice()
  await world.drain()
  await expect(documentOf(world, without.id, 'ubl')).rejects.toThrow('no ubl')
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { fetchUbl: true })
  const { id } = control.addInvoice()
  await world.drain()
  expect(await documentOf(world, id, 'ubl')).toMatchObject({ state: 'retrieved' })
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
  const ubl = await fetchDocument(world, id, { kind: 'ubl' })
  expect(ubl.headers.get('content-type')).toBe('application/xml')
  expect(ubl.bytes.toString()).toContain('<Invoice ')
  const { id: invoiceId } = await invoiceOf(world, without.id)
  await world.send('POST', `/api/v1/invoices/${invoiceId}/documents/ubl/retrieve`)
  expect(await documentOf(world, without.id, 'ubl')).toMatchObject({ state: 'retrieved' })
})

async function iconOf(externalId: string): Promise<unknown> {
  const { id } = await invoiceOf(world, externalId)
  const { items } = await world.get('/invoices')
  return items.find((row) => row.id === id)?.document
}

async function listed(document: string): Promise<unknown[]> {
  return (await world.get(`/invoices?document=${document}`)).items.map(({ number }) => number)
}
