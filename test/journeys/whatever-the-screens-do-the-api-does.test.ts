// Promise N7: every press of the browser app is an operation of the described API, and a program that knows only the description walks from nothing to a paid invoice
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type DescribedApi, openDescribedApi } from '../support/open-described-api.ts'
import { mailSettings } from '../support/read-messages.ts'

let mailbox: Mailbox
let world: TestApp
let api: DescribedApi
beforeAll(async () => {
  mailbox = await startMailbox()
  world = await createTestApp({ isFirstRun: true, resting: [], settings: mailSettings(mailbox.smtpUrl) })
  api = await openDescribedApi(world)
})
afterAll(async () => {
  await world?.stop()
  await mailbox?.stop()
})

const screens = globSync('web/src/**/*.{ts,tsx}', { cwd: fileURLToPath(new URL('../..', import.meta.url)) })
  .filter((path) => !path.includes('.test.') && !path.includes('/generated/'))
  .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
  .join('\n')

test('what the browser app asks for is described, each by its method and address', () => {
  const asked = [...screens.matchAll(/\.(GET|POST|PUT|PATCH|DELETE)\(\s*'(\/api\/[^']+)'/g)].map(
    ([, method, path]) => `${method} ${path}`,
  )
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((name) => !api.operations.has(name))).toEqual([])
})

test('files, links and the live stream that it opens are described too, and it asks in no other way', () => {
  const written = [...screens.matchAll(/['"`](\/api\/v1\/[^'"`?\s]*)/g)].map(([, path = '']) => partsOf(path))
  const known = [...api.operations].map((name) => partsOf(name.split(' ')[1] ?? ''))
  expect(written.length).toBeGreaterThan(5)
  expect(written.filter((path) => !known.some((other) => isSamePath(path, other)))).toEqual([])
  // The client that is typed by the description, the upload that shows how far it is, and nothing else.
  expect(screens.match(/new XMLHttpRequest|navigator\.sendBeacon|\bfetch\(/g)?.sort()).toEqual([
    'fetch(',
    'new XMLHttpRequest',
  ])
})

test('from nothing to a paid invoice with the description alone; every answer has the shape that it names', async () => {
  await api.call('POST /api/v1/first-run', {
    body: {
      name: 'Ann Peeters',
      email: 'ann@example.com',
      password: 'a long enough password',
      language: 'nl',
      business: { name: 'Atelier Demeyer', iban: 'BE71096123456769', senderEmail: null },
    },
  })
  const back = new URL(await world.visitor.connectTeamleader(), 'http://localhost')
  const connection = { id: back.searchParams.get('connected') ?? '' }
  const { items: profiles } = await api.call<Listed>('GET /api/v1/profiles')
  await api.call('PATCH /api/v1/profiles/{id}', {
    path: { id: idOf(profiles) },
    body: { sendOnBooking: true, waitForDocument: true, sendReminders: true },
  })
  await api.call('PATCH /api/v1/connections/{id}', {
    path: connection,
    body: { importInvoicesAutomatically: true, writeBack: true },
  })
  await api.call('POST /api/v1/connections/{id}/go-live', { path: connection, body: { held: 'drop' } })
  await world.drain()

  world.teamleader.control.addInvoice({ total: 123_450 })
  await world.drain()
  const { items: invoices } = await api.call<Listed>('GET /api/v1/invoices', { query: { state: 'open' } })
  const invoice = { id: idOf(invoices) }
  await api.call('GET /api/v1/invoices/{id}', { path: invoice })
  const messages = await api.call<{ items: { state: string }[] }>('GET /api/v1/invoices/{id}/messages', {
    path: invoice,
  })
  expect(messages.items).toMatchObject([{ state: 'sent' }])
  expect(mailbox.mails()).toHaveLength(1)
  await api.call('GET /api/v1/invoices/{id}/payment-link', { path: invoice })
  await api.call('POST /api/v1/invoices/{id}/hold', { path: invoice, body: { reason: 'We look into it' } })
  await api.call('DELETE /api/v1/invoices/{id}/hold', { path: invoice })
  await api.call('POST /api/v1/invoices/{id}/payments', { path: invoice, body: {} })
  await world.drain()
  const paid = await api.call<{ items: { writeBack: { state: string } }[] }>(
    'GET /api/v1/invoices/{id}/payments',
    { path: invoice },
  )
  expect(paid.items.map(({ writeBack }) => writeBack?.state)).toContain('done')
  expect(await api.call('GET /api/v1/invoices/{id}', { path: invoice })).toMatchObject({
    open: { amountCents: 0 },
  })
})

test('every list and figure that a signed-in person sees has the shape that its description names', async () => {
  const plain = [...api.operations].filter((name) => name.startsWith('GET ') && !name.includes('{'))
  const others = ['GET /api/v1/live', 'GET /api/v1/connections/callback']
  const asked = plain.filter((name) => !others.includes(name))
  expect(asked.length).toBeGreaterThan(20)
  const refused: string[] = []
  for (const name of asked)
    await api
      .call(name)
      .catch((error: unknown) => refused.push(error instanceof Error ? error.message : name))
  expect(refused.filter((words) => !words.includes(': 422 '))).toEqual([])
})

/** A part that is filled in is null; what follows a question that the code asks is no part of the address. */
function partsOf(path: string): (string | null)[] {
  return path.split('/').map((part) => (/^\$?\{/.test(part) ? null : part))
}

function isSamePath(one: (string | null)[], other: (string | null)[]): boolean {
  return (
    one.length === other.length &&
    one.every((part, at) => part === null || other[at] === null || part === other[at])
  )
}

type Listed = { items: { id: string }[] }

function idOf(items: Listed['items']): string {
  const [first] = items
  if (!first) throw new Error('The list is empty')
  return first.id
}
