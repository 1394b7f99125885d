import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SandboxFault } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { documentHistoryOf, documentOf, fetchDocument, retrieveNow } from '../support/read-documents.ts'

let world: TestApp

beforeAll(async () => {
  world = await createTestApp({ resting: [] })
  world.teamleader.control.addInvoice()
  await world.drain()
})
afterEach(() => {
  world.teamleader.control.breakPdfs(null)
  world.teamleader.control.clearFaults()
})
afterAll(() => world.stop())

// Each was seen somewhere, or is what somebody would try who wants something of us.
test.each([
  ['html', 'web_page', true],
  ['empty', 'empty', true],
  ['cut', 'cut', true],
  ['half', 'cut', true],
  ['damaged', 'unreadable_pdf', true],
  ['encrypted', 'password_protected', true],
  ['other', 'wrong_invoice', true],
  ['endless', 'too_large', true],
  ['redirect', 'unsafe_location', true],
  ['forbidden', 'location_refused', false],
  ['missing', 'not_there_yet', false],
] as const)('a document that is %s is %s: no icon, nothing kept, tried again', async (kind, code, isTold) => {
  const { control } = world.teamleader
  control.breakPdfs({ kind })
  const { id } = control.addInvoice()
  await world.drain()
  const document = await documentOf(world, id)
  expect(document).toMatchObject({
    state: 'waiting',
    hasFile: false,
    sha256: null,
    attempts: 1,
    lastError: { code },
  })
  expect(document.nextTryAt).not.toBeNull()
  expect((await fetchDocument(world, id)).status).toBe(404)
  // The same refusal again is not a second line of history.
  await world.advance(31_000)
  expect(await documentHistoryOf(world, id)).toEqual(isTold ? ['invoice.documentRefused'] : [])
  control.breakPdfs(null)
  expect(await retrieveNow(world, id)).toMatchObject({ outcome: { code: 'retrieved' } })
})

test.each([
  'http://169.254.169.254/latest/meta-data',
  'https://[::ffff:169.254.169.254]/latest/meta-data',
  'https://10.0.0.1/a.pdf',
  'http://files.example.com/a.pdf',
  'file:///etc/passwd',
  'ftp://127.0.0.1/a.pdf',
  'javascript:alert(1)',
  'not an address',
  '',
])('an address such as %j is not asked', async (location) => {
  await expectRefused({ kind: 'patch', patch: { 'data.location': location } }, 'unsafe_location')
})

test.each([
  { 'data.location': null },
  { 'data.location': 7 },
  { data: [] },
  { data: null },
  { 'data.location': {} },
])('an answer such as %j names no address', async (patch) => {
  await expectRefused({ kind: 'patch', patch }, 'crm_refused')
})

test.each([
  ['html', 'crm_unavailable'],
  ['empty', 'crm_unavailable'],
] as const)('an API answer that is %s harms nothing', async (kind, _code) => {
  const { control } = world.teamleader
  control.replyAlways('invoices.download', { kind })
  const { id } = control.addInvoice()
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'waiting', hasFile: false })
  control.clearFaults()
  expect(await retrieveNow(world, id)).toMatchObject({ outcome: { code: 'retrieved' } })
})

test('a UBL of another invoice, with a document type of its own, cut, or of another kind is refused', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  await world.drain()
  control.breakPdfs({ kind: 'other' })
  expect(await retrieveNow(world, id, 'ubl')).toMatchObject({ outcome: { code: 'wrong_invoice' } })
  control.breakPdfs(null)
  control.breakPdfs({ kind: 'cut' })
  expect(await retrieveNow(world, id, 'ubl')).toMatchObject({ outcome: { code: 'unreadable_ubl' } })
  control.breakPdfs(null)
  control.breakPdfs({ kind: 'missing' })
  expect(await retrieveNow(world, id, 'ubl')).toMatchObject({ outcome: { code: 'not_there_yet' } })
  control.breakPdfs(null)
  expect(await retrieveNow(world, id, 'ubl')).toMatchObject({ outcome: { code: 'retrieved' } })
})

test.each([
  ['altered', (path: string) => writeFileSync(path, '%PDF-1.7 something else %%EOF')],
  ['torn', (path: string) => truncateSync(path, 100)],
  ['missing', (path: string) => rmSync(path)],
])(
  'a stored file that is %s is never given out: it is fetched again, and the history says so',
  async (_how, harm) => {
    const { id } = world.teamleader.control.addInvoice()
    await world.drain()
    const { sha256 } = await documentOf(world, id)
    const before = await fetchDocument(world, id)
    harm(pathOf(sha256 ?? ''))
    const harmed = await fetchDocument(world, id)
    expect(harmed.status).toBe(503)
    expect(JSON.parse(harmed.bytes.toString())).toMatchObject({ error: { code: 'document_lost' } })
    expect(await documentOf(world, id)).toMatchObject({
      state: 'waiting',
      hasFile: false,
      lastError: { code: 'lost' },
    })
    await world.drain()
    const after = await fetchDocument(world, id)
    expect({ status: after.status, isSame: after.bytes.equals(before.bytes) }).toEqual({
      status: 200,
      isSame: true,
    })
    expect(await documentHistoryOf(world, id)).toEqual([
      'invoice.documentRetrieved',
      'invoice.documentLost',
      'invoice.documentRetrieved',
    ])
  },
)

test.each(['pdf', 'ubl', 'docx', '..%2F..%2Fetc', '%00', 'PDF'])(
  'asking for the kind %s of nothing is refused',
  async (kind) => {
    for (const id of ['inv_nothing', '%00', '..%2F..']) {
      const answer = await world.visitor.download(`/api/v1/invoices/${id}/documents/${kind}`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
  },
)

async function expectRefused(fault: SandboxFault, code: string): Promise<void> {
  const { control } = world.teamleader
  control.replyAlways('invoices.download', fault)
  const { id } = control.addInvoice()
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'waiting', hasFile: false, lastError: { code } })
}

function pathOf(sha256: string): string {
  const creditorId = world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : ''
  const folder = world.environment.VORDER_DATA_FOLDER ?? ''
  return join(folder, 'files/documents', creditorId, sha256.slice(0, 2), sha256)
}
