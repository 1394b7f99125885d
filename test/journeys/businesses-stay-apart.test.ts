// Promise N3: two businesses in one installation are strictly apart, through every route there is
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/access/index.ts'
import { type Context, forAllCreditors, inTransaction } from '../../src/context.ts'
import { createProfile } from '../../src/profiles/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf, lineOf } from '../support/read-ledger.ts'
import { addTestCreditor } from '../support/test-context.ts'

type Parameter = { name: string; in: string; required?: boolean; schema?: { type?: string; enum?: string[] } }
type Operation = { parameters?: Parameter[]; requestBody?: unknown }
type Route = { method: string; path: string; operation: Operation }

/** A body that each route with a body would accept; a new route is named by the test until it stands here. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /api/v1/connections/{id}': { importInvoicesAutomatically: false, departmentExternalIds: [] },
  'PATCH /api/v1/profiles/{id}': { name: 'Taken over' },
  'POST /api/v1/profiles': { name: 'Ours' },
  'POST /api/v1/profiles/{id}/replace': { byProfileId: 'prf_ours' },
  'POST /api/v1/invoices/{id}/invitation': { withoutDocument: true, to: 'thief@example.com' },
  'POST /api/v1/profiles/{id}/preview': { kind: 'invitation', language: 'nl' },
  'POST /api/v1/profiles/{id}/send-test': { kind: 'reminder', level: 1, language: 'nl' },
  'POST /api/v1/invoices/{id}/hold': { reason: 'Ours' },
  'POST /api/v1/invoices/{id}/dispute': { reason: 'Ours' },
  'POST /api/v1/invoices/{id}/promise': { promisedFor: '2099-01-01' },
  'POST /api/v1/invoices/hold': { selection: { filter: {} } },
  'POST /api/v1/invoices/end-hold': { selection: { filter: {} } },
  'POST /api/v1/questions/{id}/settle': { as: 'send_again' },
  'POST /api/v1/messages/{id}/again': { to: 'thief@example.com' },
  'POST /api/v1/invoices/{id}/reminder': { level: 1 },
  'POST /api/v1/messages/{id}/settle': { as: 'send_again' },
  'POST /api/v1/connections/{id}/go-live': { held: 'send' },
  'POST /api/v1/connections/authorise': { source: 'teamleader' },
  'PATCH /api/v1/creditor': { name: 'Ours' },
  // A file comes as a form; what is tried here is refused before anybody looks for a business.
  'POST /api/v1/customer-imports': {},
  'POST /api/v1/invoices/documents/retrieve': { selection: { filter: {} } },
  'POST /api/v1/invoices/totals': { selection: { filter: {} } },
  'POST /api/v1/invoices/bulk': { selection: { filter: {} }, action: 'refresh' },
  'POST /api/v1/invoice-exports': { selection: { filter: {} }, format: 'csv' },
  'POST /api/v1/saved-views': { list: 'invoices', name: 'Ours', query: 'state=open' },
  'PATCH /api/v1/saved-views/{id}': { name: 'Taken over' },
  'POST /api/v1/invoices/{id}/payments': { amountCents: 100 },
  'POST /api/v1/invoices/{id}/payment-link/renew': {},
  'PATCH /api/v1/invoices/{id}/payment-link': { expiresAt: null },
  'POST /api/v1/invoices/documents/zip': { selection: { filter: {} } },
  'PATCH /api/v1/customer-imports/{id}': { mode: 'update', targets: { 0: 'email' } },
  'POST /api/v1/invoice-imports': { connectionId: 'con_ours', numbers: ['2026/1'] },
  'POST /api/v1/invoice-imports/preview': { connectionId: 'con_ours', numbers: ['2026/1'] },
  'POST /api/v1/customers': { facts: { companyName: 'Ours' }, number: 'OURS-1' },
  'PATCH /api/v1/customers/{id}': { facts: { companyName: 'Taken over' }, number: 'OURS-2', profileId: null },
  'POST /api/v1/customers/{id}/pins': { field: 'email', isPinned: true },
  'POST /api/v1/customers/{id}/merge': { otherId: 'cus_ours', take: {} },
  'POST /api/v1/customers/bulk': { selection: { filter: {} }, action: 'setLanguage', language: 'fr' },
  'POST /api/v1/customer-exports': { connectionId: 'con_ours', details: 'lists' },
}

/** Of a person or of nobody, not of a business. */
// The live stream never ends, and has a test of its own below.
const personal = ['/api/v1/first-run', '/api/v1/sign-in', '/api/v1/sign-out', '/api/v1/me', '/api/v1/live']

let world: TestApp
let ownCtx: Context
let theirs: { ids: string[]; words: string[]; creditorId: string }
let routes: Route[]
let before: string

// Everything is made for one business; then the person works for another one only, and tries to get at it.
beforeAll(async () => {
  world = await createTestApp({ resting: [] })
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Strictly Private bv' })
  const booked = control.addInvoice({ customer: { type: 'company', id: company.id } })
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  const invoice = await invoiceOf(world, booked.id)
  const line = await lineOf(world, draft.id)
  const file = await exportedFile()
  const creditorId = world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : ''
  theirs = {
    creditorId,
    ids: [
      invoice.id,
      invoice.customer.id,
      invoice.profile.id,
      line.id,
      line.runId ?? '',
      world.connectionId,
      booked.id,
      draft.id,
      company.id,
      file.runId,
      file.id,
    ],
    words: ['Strictly Private', world.teamleader.account.id],
  }
  routes = await listRoutes()
  before = await everythingOfTheirs()
  ownCtx = await addTestCreditor(forAllCreditors(world.ctx), 'The other business')
  await moveTo(ownCtx)
})
afterAll(() => world.stop())

test('the description names routes to try, and each that takes a body has one here', () => {
  expect(routes.length).toBeGreaterThan(15)
  const missing = routes
    .filter(({ operation }) => operation.requestBody !== undefined)
    .map(nameOf)
    .filter((name) => !(name in bodies))
  expect(missing).toEqual([])
})

test.each([
  ['reads', true],
  ['changes', false],
])('every route that %s by id, with every id of the other business, is a 404 in words', async (_, isRead) => {
  const byId = routes.filter(({ method, path }) => path.includes('{') && (method === 'GET') === isRead)
  expect(byId.length).toBeGreaterThan(5)
  const asked = byId.flatMap((route) => theirs.ids.map((id) => ({ route, id })))
  await severalAtOnce(asked, async ({ route, id }) => {
    const path = withRequired(route, withId(route, id))
    const answer = await world.visitor.request(route.method, path, bodies[nameOf(route)])
    expect({ route: nameOf(route), id, status: answer.status }).toEqual({
      route: nameOf(route),
      id,
      status: 404,
    })
    expectNothingOfTheirs(answer.body, [id])
  })
})

test.each([
  ['first', 0],
  ['other', 1],
])(
  'every list of the %s half, with every filter set to what the other business has, shows nothing of it',
  async (_, half) => {
    const all = routes.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
    const lists = all.filter((_route, index) => index % 2 === half)
    await severalAtOnce(lists, async (route) => {
      const plain = await world.visitor.request('GET', route.path)
      const isPlain = !route.operation.parameters?.some(({ required }) => required)
      expect(plain.status, nameOf(route)).toBe(isPlain ? 200 : 422)
      expectNothingOfTheirs(plain.body)
    })
    const filtered = lists.flatMap((route) =>
      (route.operation.parameters ?? [])
        .filter(({ schema }) => !schema?.enum && schema?.type === 'string')
        .flatMap(({ name }) => [...theirs.ids, ...theirs.words].map((value) => ({ route, name, value }))),
    )
    await severalAtOnce(filtered, async ({ route, name, value }) => {
      const path = `${route.path}?${new URLSearchParams({ [name]: value })}`
      const answer = await world.visitor.request('GET', path)
      expect(answer.status, `${nameOf(route)} ${name}`).toBeLessThan(500)
      expectNothingOfTheirs(answer.body)
    })
  },
)

test('a profile of the other business cannot be made the default of an own connection', async () => {
  const [connection] = (await world.get('/connections')).items
  expect(connection).toBeUndefined()
  await world.visitor.connectTeamleader()
  const { items } = await world.get<{ items: { id: string; accountName: string }[] }>('/connections')
  expect(items).toHaveLength(1)
  for (const defaultProfileId of theirs.ids) {
    const path = `/api/v1/connections/${items[0]?.id}`
    expect((await world.visitor.request('PATCH', path, { defaultProfileId })).status).toBe(422)
  }
})

test('naming the other business in the header opens nothing', async () => {
  const headers = { cookie: await cookieOf(), 'x-vorder-creditor': theirs.creditorId }
  for (const path of ['/invoices', '/creditor', '/connections', '/activities', '/profiles']) {
    const answer = await fetch(`${world.url}/api/v1${path}`, { headers })
    expect(answer.status, path).toBe(403)
  }
})

test('an open page hears of its own business only', async () => {
  const stop = new AbortController()
  const live = await fetch(`${world.url}/api/v1/live`, {
    headers: { cookie: await cookieOf() },
    signal: stop.signal,
  })
  await createProfile(world.ctx, { name: 'Heard by nobody' })
  const own = await createProfile(ownCtx, { name: 'Heard by us' })
  let heard = ''
  for await (const bytes of live.body ?? []) {
    heard += Buffer.from(bytes).toString()
    if (heard.includes(own.id)) break
  }
  stop.abort()
  expect(heard.match(/^data:/gm)).toHaveLength(1)
})

test('nothing of the other business was changed by all of this', async () => {
  await moveTo(world.ctx)
  expect(await everythingOfTheirs()).toBe(before)
})

/** There are a thousand requests: while one waits for the database, others are on their way. */
async function severalAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const oneAfterTheOther = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: 6 }, oneAfterTheOther))
}

/** A file of theirs to download, and the long work that made it. */
async function exportedFile(): Promise<{ id: string; runId: string }> {
  const input = { connectionId: world.connectionId, details: 'lists' }
  const run = await world.send<{ id: string }>('POST', '/api/v1/customer-exports', input)
  await world.drain()
  const [file] = (await world.get('/shared-files')).items
  return { id: String(file?.id), runId: run.id }
}

async function listRoutes(): Promise<Route[]> {
  const { body } = await world.visitor.request('GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths)
    .filter(([path]) => !personal.includes(path))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    )
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

/** The address with the id in it; a part that is one of a few words is the first of them. */
function withId({ path, operation }: Route, id: string): string {
  return path.replace(/\{(\w+)\}/g, (_part, name: string) => {
    const parameter = operation.parameters?.find((known) => known.in === 'path' && known.name === name)
    return parameter?.schema?.enum?.[0] ?? id
  })
}

/** Query parameters that a route insists on, so that the answer is about the id. */
function withRequired({ operation }: Route, path: string): string {
  const wanted = (operation.parameters ?? []).filter(
    ({ in: place, schema }) => place === 'query' && schema?.enum,
  )
  const query = new URLSearchParams(wanted.map(({ name, schema }) => [name, schema?.enum?.[0] ?? '']))
  return query.size > 0 ? `${path}?${query}` : path
}

/** What was sent may come back in the words of a refusal. */
function expectNothingOfTheirs(body: unknown, sent: readonly string[] = []): void {
  const text = JSON.stringify(body)
  for (const needle of [...theirs.ids, ...theirs.words]) {
    if (!sent.includes(needle)) expect(text).not.toContain(needle)
  }
}

/** What the other business sees of itself, without what the last test adds to it. */
async function everythingOfTheirs(): Promise<string> {
  const seen: unknown[] = []
  for (const path of [
    '/invoices',
    '/import-lines',
    '/customers',
    '/connections',
    '/creditor',
    '/import-runs?webhooks=true',
    '/long-runs',
    '/shared-files',
  ])
    seen.push(await world.get(path))
  return JSON.stringify(seen)
}

async function moveTo(ctx: Context): Promise<void> {
  const userId = await inTransaction(forAllCreditors(ctx), async (tx) => {
    const moved = await tx.db.deleteFrom('memberships').returning('userId').executeTakeFirstOrThrow()
    return moved.userId
  })
  const creditorId = ctx.scope.kind === 'creditor' ? ctx.scope.creditorId : ''
  await addMembership(ctx, { creditorId, userId, role: 'administrator' })
}

async function cookieOf(): Promise<string> {
  const answer = await fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  })
  const lines = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return lines.join('; ')
}
