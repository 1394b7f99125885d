// Promise B9: whatever is pushed to the webhook address, nothing breaks and nothing of value is lost
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceCount, lineOf } from '../support/read-ledger.ts'
import { runOn } from '../support/test-database.ts'
import { naughtyStrings } from './naughty-strings.ts'

let world: TestApp
let hookUrl: string
beforeAll(async () => {
  world = await createTestApp()
  hookUrl = world.teamleader.control.webhooks.registered()[0]?.url ?? ''
})
afterAll(() => world.stop())

const unknownId = '0c9f2c64-7e0c-4a53-9d5c-0a4a5f6b7c8d'

test.each([
  ['a wrong secret', (url: string) => `${url}x`],
  ['no secret', (url: string) => url.slice(0, url.lastIndexOf('/') + 1)],
  ['another CRM', (url: string) => url.replace('/teamleader/', '/other/')],
  ['a secret with a NUL', (url: string) => `${url}%00`],
  ['a path out of the folder', (url: string) => `${url}/..%2f..%2fetc`],
  ['a secret of 4 kB', (url: string) => url + 'a'.repeat(4_000)],
])('%s is a 404 and leaves nothing behind', async (_, change) => {
  const before = await eventCount()
  const answer = await post(eventAbout(unknownId), { url: change(hookUrl) })
  expect([404, 414]).toContain(answer.status)
  expect(await eventCount()).toBe(before)
})

test('a body over 64 kB is 413, one just below is taken', async () => {
  expect((await post(JSON.stringify({ type: 'x', pad: 'x'.repeat(64 * 1024) }))).status).toBe(413)
  expect((await post(JSON.stringify({ type: 'x', pad: 'x'.repeat(60 * 1024) }))).status).toBe(204)
})

// Of JSONTestSuite's kinds: a handful of what must be refused.
const notJson = [
  '',
  ' ',
  '{',
  '{"a":',
  '[1,]',
  "{'a':1}",
  'undefined',
  '\u0000',
  '{"a":NaN}',
  '01',
  '"\n"',
  '{}{}',
  '\ufeff{',
]

test.each(notJson)('what is not JSON is 400 and leaves nothing behind: %j', async (body) => {
  const before = await eventCount()
  expect((await post(body)).status).toBe(400)
  expect(await eventCount()).toBe(before)
})

const oddJson: unknown[] = [
  null,
  true,
  0,
  -0.5e-7,
  'text',
  [],
  {},
  [[[[]]]],
  { type: 5 },
  { type: '', subject: null },
  { type: 'invoice.booked' },
  { type: 'invoice.booked', subject: { type: 'invoice' } },
  { type: 'invoice.booked', subject: { type: 'invoice', id: 7 } },
  { type: 'invoice.booked', subject: [{ type: 'invoice', id: unknownId }] },
  { type: 'spaceship.landed', subject: { type: 'spaceship', id: '1' } },
  { type: 'invoice.booked', subject: { type: '__proto__', id: '1' } },
  { type: 'invoice.booked', subject: { type: 'toString', id: '1' } },
]

test.each(oddJson.map((body) => ({ body })))(
  'JSON that is no event of ours is kept, ignored, with its cause: $body',
  async ({ body }) => {
    expect((await post(JSON.stringify(body))).status).toBe(204)
    await world.drain()
    expect(await lastEvent()).toMatchObject({ state: 'ignored', cause: 'unknown_type' })
  },
)

test.each([{ account: { type: 'account', id: unknownId } }, { account: null }, {}])(
  'an event of another account, %j, is stored and ignored with its cause, and Teamleader is not asked',
  async (account) => {
    world.teamleader.journal.clear()
    const subject = { type: 'invoice', id: unknownId }
    expect((await post(JSON.stringify({ type: 'invoice.booked', subject, ...account }))).status).toBe(204)
    await world.drain()
    expect(await lastEvent()).toMatchObject({ state: 'ignored', cause: 'foreign_account' })
    expect(world.teamleader.journal.requests()).toEqual([])
  },
)

test('naughty texts as type and subject are taken, and never make Teamleader be asked for what is no id', async () => {
  world.teamleader.journal.clear()
  for (const text of naughtyStrings) {
    expect((await post(eventAbout(text))).status).toBe(204)
    expect((await post(eventAbout(unknownId, text))).status).toBe(204)
  }
  await world.drain()
  const asked = world.teamleader.journal.requests().map((request) => JSON.stringify(request.body))
  expect(asked.filter((body) => !body.includes(unknownId) && body.includes('"ids"'))).toEqual([])
  expect((await world.visitor.request('GET', '/api/v1/import-lines')).status).toBe(200)
})

test('a hostile event does not take the others of the same moment down', async () => {
  const invoices = Array.from({ length: 10 }, () => world.teamleader.control.addInvoice({ silent: true }))
  const answers = await Promise.all([
    ...invoices.map((invoice) => post(eventAbout(invoice.id))),
    post(eventAbout('\u0000')),
    post(eventAbout(unknownId, '\ud800\u0000')),
  ])
  expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(204))
  await world.drain()
  for (const invoice of invoices)
    expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('odd HTTP: other methods, types, charsets and codings never get a 5xx', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect((await fetch(hookUrl, { method })).status).toBeLessThan(500)
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-7']) {
    expect((await post(eventAbout(unknownId), { headers: { 'content-type': type } })).status).toBe(204)
  }
  expect((await post(eventAbout(unknownId), { headers: { 'content-type': 'x' } })).status).toBe(415)
  const zipped = await post(gzipSync(eventAbout(unknownId)), { headers: { 'content-encoding': 'gzip' } })
  expect(zipped.status).toBeGreaterThanOrEqual(400)
  expect(zipped.status).toBeLessThan(500)
})

test('a body in chunks is taken; broken framing is refused; the door stays open', async () => {
  const body = eventAbout(unknownId)
  const half = Math.floor(body.length / 2)
  const chunked = (parts: string[]) =>
    parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')
  const head = (...lines: string[]) =>
    [`POST ${new URL(hookUrl).pathname} HTTP/1.1`, 'Host: x', ...lines, '', ''].join('\r\n')
  const te = 'Transfer-Encoding: chunked'
  expect(
    await raw(head(te, 'Connection: close') + chunked([body.slice(0, half), body.slice(half), ''])),
  ).toBe(204)
  expect(await raw(`${head(te, 'Connection: close')}zz\r\n`)).toBe(400)
  expect(await raw(`${head(te, 'Content-Length: 5', 'Connection: close')}0\r\n\r\n`)).toBe(400)
  expect(await raw(`${head('Content-Length: -1', 'Connection: close')}`)).toBe(400)
  const tooMany = chunked([...Array.from({ length: 70 }, () => 'x'.repeat(1_000)), ''])
  expect(await raw(head(te, 'Connection: close') + tooMany)).toBe(413)
  expect((await post(body)).status).toBe(204)
})

test('a flood of one hint is one look a minute, and memory stays flat', async () => {
  const { journal, control } = world.teamleader
  await world.advance(2 * 60_000)
  const invoice = control.addInvoice({ silent: true })
  journal.clear()
  await flood(invoice.id, 250)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  for (let wave = 0; wave < 3; wave += 1) {
    await flood(invoice.id, 250)
    await world.drain()
  }
  globalThis.gc?.()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000)
  expect(journal.requests({ operation: 'invoices.list' })).toHaveLength(1)
  await flood(invoice.id, 50)
  await world.advance(61_000)
  expect(journal.requests({ operation: 'invoices.list' })).toHaveLength(2)
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('while the database is away the sender gets 503; what it sends again is processed', async () => {
  const { control } = world.teamleader
  const name = new URL(world.environment.DATABASE_URL ?? '').pathname.slice(1)
  const server = inject('testServerUrl')
  const before = await invoiceCount(world)
  await runOn(server, `alter database ${name} with allow_connections false`)
  await runOn(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  const invoice = control.addInvoice()
  await world.teamleader.settled()
  const deliveries = world.teamleader.journal.deliveries({ subjectId: invoice.id })
  expect(deliveries.map((delivery) => delivery.attempts[0]?.status)).toEqual(deliveries.map(() => 503))
  await runOn(server, `alter database ${name} with allow_connections true`)
  await expect.poll(async () => (await fetch(`${world.url}/readyz`)).status).toBe(200)
  await world.advance(61_000)
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
  expect(await invoiceCount(world)).toBe(before + 1)
})

async function flood(invoiceId: string, count: number): Promise<void> {
  const body = eventAbout(invoiceId)
  const answers = await Promise.all(Array.from({ length: count }, () => post(body)))
  expect(answers.every((answer) => answer.status === 204)).toBe(true)
}

function eventAbout(id: string, type = 'invoice.booked'): string {
  const account = { type: 'account', id: world.teamleader.account.id }
  return JSON.stringify({ type, subject: { type: 'invoice', id }, account })
}

type Sent = { url?: string; headers?: Record<string, string> }

async function post(
  body: string | Uint8Array,
  { url = hookUrl, headers = {} }: Sent = {},
): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  await answer.arrayBuffer()
  return answer
}

/** Sends bytes as they are; the status of the first answer. */
function raw(bytes: string): Promise<number> {
  const { port } = new URL(hookUrl)
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (data) => {
      said += data.toString()
    })
    socket.on('close', () => resolve(Number(said.split(' ')[1])))
    socket.on('error', reject)
  })
}

async function eventCount(): Promise<number> {
  const rows = await events()
  return rows.length
}

async function lastEvent() {
  const rows = await events()
  return rows.at(-1)
}

function events() {
  return world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('webhookEvents').select(['id', 'state', 'cause']).orderBy('id').execute(),
  )
}
