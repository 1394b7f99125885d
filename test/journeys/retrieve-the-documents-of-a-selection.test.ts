// Promise B12: retrieve documents now for a selection in the overview; and pack them into one file
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { documentCalls, documentOf, fetchDocument } from '../support/read-documents.ts'
import { invoiceOf } from '../support/read-ledger.ts'

type Run = {
  id: string
  state: string
  name: string
  doneCount: number
  totalCount: number
  counts: Record<string, number>
  result: Record<string, unknown> | null
  problem: { code: string; message: string } | null
}

let world: TestApp

beforeEach(async () => {
  world = await createTestApp({ resting: [] })
})
afterEach(() => world.stop())

test('those of a selection are fetched at once; what is here is left alone', async () => {
  const { control } = world.teamleader
  const here = control.addInvoice()
  await world.drain()
  control.breakPdfs({ kind: 'missing' })
  const late = [control.addInvoice(), control.addInvoice()]
  const other = control.addInvoice()
  await world.drain()
  control.breakPdfs(null)
  const before = documentCalls(world)
  const ids = await idsOf([here, ...late].map(({ id }) => id))
  const run = await start('retrieve', { ids: [...ids, 'inv_nobodys'] })
  await world.drain()
  expect(await runOf(run)).toMatchObject({
    state: 'finished',
    name: 'Retrieve PDF documents',
    doneCount: 3,
    totalCount: 3,
    counts: { retrieved: 2, present: 1, waiting: 0, refused: 0 },
  })
  for (const { id } of late) expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
  expect(await documentOf(world, other.id)).toMatchObject({ state: 'waiting' })
  expect(documentCalls(world)).toEqual({ asked: before.asked + 2, fetched: before.fetched + 2 })
})

test('all that the overview shows, by its filter; what is refused or not there yet is counted apart', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const [refused, missing] = [control.addInvoice(), control.addInvoice()]
  const { invoiceIds } = control.addMany({ invoices: 45, customers: 2 })
  for (const id of invoiceIds) control.webhooks.announce('invoice.booked', id)
  await world.drain()
  control.breakPdfs(null)
  control.breakPdfs({ kind: 'html', invoiceId: refused.id })
  control.breakPdfs({ kind: 'missing', invoiceId: missing.id })
  const run = await start('retrieve', { filter: { document: 'waiting' } })
  await world.drain()
  expect(await runOf(run)).toMatchObject({
    state: 'finished',
    doneCount: 47,
    counts: { retrieved: 45, refused: 1, waiting: 1, present: 0 },
  })
  // What people do by hand uses up nothing of the schedule.
  expect(await documentOf(world, missing.id)).toMatchObject({ state: 'waiting', attempts: 1 })
})

test('pressed twice it is one run; cancelled it stops and keeps what is done; an outage is waited out', async () => {
  const { control } = world.teamleader
  control.breakPdfs({ kind: 'missing' })
  const { id } = control.addInvoice()
  await world.drain()
  control.breakPdfs(null)
  control.replyAlways('invoices.download', { kind: 'status', status: 503 })
  const [one, two] = await Promise.all([
    start('retrieve', { filter: { document: 'waiting' } }),
    start('retrieve', { filter: { document: 'waiting' } }),
  ])
  expect(two.id).toBe(one.id)
  await world.drain()
  expect(await runOf(one)).toMatchObject({ state: 'running', doneCount: 0 })
  control.clearFaults()
  await world.advance(20_000)
  expect(await runOf(one)).toMatchObject({ state: 'finished', counts: { retrieved: 1 } })
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved' })
  const cancelled = await start('retrieve', { filter: {} })
  await world.send('POST', `/api/v1/long-runs/${cancelled.id}/cancel`)
  await world.drain()
  expect(await runOf(cancelled)).toMatchObject({ state: 'cancelled', doneCount: 0 })
})

test('packed into one ZIP file: each under its number, the very bytes, missing ones counted', async () => {
  const { control } = world.teamleader
  const invoices = [control.addInvoice(), control.addInvoice()]
  // Numbers run per department: the same number in two of them is two documents.
  const [, department] = control.departments()
  if (!department) throw new Error('The sandbox has two departments')
  const twin = control.addInvoice({ departmentId: department.id })
  await world.drain()
  control.breakPdfs({ kind: 'missing' })
  control.addInvoice()
  await world.drain()
  const run = await start('zip', { filter: {} })
  await world.drain()
  const done = await runOf(run)
  expect(done).toMatchObject({ state: 'finished', doneCount: 4, counts: { packed: 3, missing: 1 } })
  const answer = await world.visitor.download(`/api/v1/shared-files/${done.result?.sharedFileId}/content`)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect(answer.headers.get('content-disposition')).toMatch(/filename="invoices-\d{4}-\d\d-\d\d\.zip"/)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const name = (number: string | null) => number?.replace(' / ', '-')
  expect(Object.keys(files).sort()).toEqual(
    [
      `${name(invoices[0]?.number ?? null)}.pdf`,
      `${name(invoices[1]?.number ?? null)}.pdf`,
      `${name(twin.number)} (2).pdf`,
    ].sort(),
  )
  const { bytes } = await fetchDocument(world, invoices[1]?.id ?? '')
  const packed = files[`${name(invoices[1]?.number ?? null)}.pdf`] ?? new Uint8Array()
  expect(Buffer.from(packed).equals(bytes)).toBe(true)
  expect(strFromU8(packed.subarray(0, 5))).toBe('%PDF-')
})

test('a selection that is none is refused in words, and nothing starts', async () => {
  const none = [
    {},
    { ids: [] },
    { ids: ['inv_1'], filter: {} },
    { ids: 'inv_1' },
    { filter: { state: 'nonsense' } },
  ]
  for (const selection of none)
    for (const path of ['retrieve', 'zip']) {
      const answer = await world.visitor.request('POST', `/api/v1/invoices/documents/${path}`, { selection })
      expect({ selection, path, status: answer.status }).toEqual({ selection, path, status: 422 })
    }
  expect((await world.get('/long-runs')).items).toEqual([])
})

async function start(path: 'retrieve' | 'zip', selection: object): Promise<Run> {
  return world.send('POST', `/api/v1/invoices/documents/${path}`, { selection })
}

function runOf({ id }: Run): Promise<Run> {
  return world.get(`/long-runs/${id}`)
}

function idsOf(externalIds: readonly string[]): Promise<string[]> {
  return Promise.all(externalIds.map(async (externalId) => (await invoiceOf(world, externalId)).id))
}
