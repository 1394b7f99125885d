import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { addMembership, createAdministrator, signIn } from '../access/index.ts'
import { creditorOf } from '../context.ts'
import {
  ConflictError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../errors.ts'
import { createHttpServer, type Door, type HttpServer } from './create-http-server.ts'
import { errorResponses } from './errors.ts'

const password = 'correct horse battery'
const failures: Record<string, () => Error> = {
  invalid: () => new InvalidInputError('No', [{ path: 'name', message: 'Too long' }]),
  missing: () => new NotFoundError('No invoice 12'),
  conflict: () => new ConflictError('Already done'),
  forbidden: () => new NotAllowedError('Not yours'),
  unavailable: () =>
    new SourceUnavailableError('Teamleader is slow', { retryAt: new Date(Date.now() + 90_000) }),
  rejected: () => new SourceRejectedError('Teamleader refused'),
  reconnect: () => new ReconnectNeededError('Connect again'),
  bug: () => new TypeError('secret detail of our code'),
}

const exampleDoor: Door = async (app) => {
  app.get('/api/v1/me', async ({ ctx }) => ({ actor: ctx.actor, scope: ctx.scope }))
  app.get('/api/v1/admin', { config: { access: 'administrator' } }, async () => ({ ok: true }))
  app.get('/api/v1/open', { config: { access: 'public' } }, async ({ session }) => ({
    isSignedIn: !!session,
  }))
  app.get('/api/v1/fail/:kind', { config: { access: 'public' } }, async (request) => {
    const { kind } = request.params as { kind: string }
    throw failures[kind]?.() ?? new Error('no such failure')
  })
  const schema = {
    body: z.object({ name: z.string().max(5), items: z.array(z.object({ id: z.number() })) }),
    response: { 200: z.object({ name: z.string() }), ...errorResponses },
  }
  app.post('/api/v1/things', { config: { access: 'public' }, schema }, async ({ body }) => ({
    name: body.name,
  }))
  app.post('/hooks/example/:secret', { config: { access: 'machine' }, bodyLimit: 1024 }, async () => ({
    ok: true,
  }))
}

let world: TestContext
let server: HttpServer
let url: string
let administratorCookie: string
let creditorId: string

beforeAll(async () => {
  world = await createTestContext()
  const own = await addTestCreditor(world.ctx)
  creditorId = creditorOf(own)
  const ann = await createAdministrator(own, {
    name: 'Ann',
    email: 'ann@example.com',
    password,
    language: 'nl',
  })
  await addMembership(own, { creditorId, userId: ann.id, role: 'administrator' })
  server = await createHttpServer({ context: world.ctx, doors: [exampleDoor], webFolder: '/nonexistent' })
  url = await server.listen()
  const { setCookies } = await signIn(world.ctx, { email: 'ann@example.com', password, address: '127.0.0.1' })
  administratorCookie = setCookies[0]?.split(';', 1)[0] ?? ''
})
afterAll(async () => {
  await server.stop()
  await world.close()
})

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

test('a route that says nothing is closed to strangers and works for the creditor of whoever is signed in', async () => {
  const stranger = await fetch(`${url}/api/v1/me`)
  expect(stranger.status).toBe(401)
  expect(await stranger.json()).toMatchObject({ error: { code: 'not_signed_in' } })

  const known = await fetch(`${url}/api/v1/me`, { headers: { cookie: administratorCookie } })
  expect(await known.json()).toMatchObject({
    actor: { kind: 'user', name: 'Ann' },
    scope: { kind: 'creditor', creditorId },
  })
})

test('an administrator keeps what a bookkeeper does not get', async () => {
  const asAnn = () => fetch(`${url}/api/v1/admin`, { headers: { cookie: administratorCookie } })
  expect((await asAnn()).status).toBe(200)
  await world.ctx.database.owner.query(`update memberships set role = 'bookkeeper'`)
  expect((await asAnn()).status).toBe(403)
  await world.ctx.database.owner.query(`update memberships set role = 'administrator'`)
})

test('nobody gets the context of a creditor they do not work for', async () => {
  const other = creditorOf(await addTestCreditor(world.ctx, 'Other business'))
  const headers = { cookie: administratorCookie, 'x-vorder-creditor': other }
  expect((await fetch(`${url}/api/v1/me`, { headers })).status).toBe(403)
})

test('a public route knows who is signed in and does not ask for it', async () => {
  expect(await (await fetch(`${url}/api/v1/open`)).json()).toEqual({ isSignedIn: false })
  const signedIn = await fetch(`${url}/api/v1/open`, { headers: { cookie: administratorCookie } })
  expect(await signedIn.json()).toEqual({ isSignedIn: true })
})

test.each([
  ['invalid', 422, 'invalid_input'],
  ['missing', 404, 'not_found'],
  ['conflict', 409, 'conflict'],
  ['forbidden', 403, 'not_allowed'],
  ['unavailable', 503, 'source_unavailable'],
  ['rejected', 502, 'source_rejected'],
  ['reconnect', 409, 'reconnect_needed'],
  ['bug', 500, 'internal_error'],
])('an error of class "%s" answers %i', async (kind, status, code) => {
  const response = await fetch(`${url}/api/v1/fail/${kind}`)
  expect(response.status).toBe(status)
  const { error } = (await response.json()) as { error: Record<string, unknown> }
  expect(error.code).toBe(code)
  expect(error.requestId).toBe(response.headers.get('x-request-id'))
})

test('a wait that is known is told, fields are named, and a bug keeps its details to the log', async () => {
  const busy = await fetch(`${url}/api/v1/fail/unavailable`)
  expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(80)
  const invalid = await (await fetch(`${url}/api/v1/fail/invalid`)).json()
  expect(invalid).toMatchObject({ error: { fields: [{ path: 'name', message: 'Too long' }] } })
  const bug = await (await fetch(`${url}/api/v1/fail/bug`)).text()
  expect(bug).not.toContain('secret detail')
  expect(world.logLines.join('')).toContain('secret detail')
})

test('a body that breaks its schema names every field', async () => {
  const response = await post(
    '/api/v1/things',
    JSON.stringify({ name: 'too long a name', items: [{ id: 'x' }] }),
  )
  expect(response.status).toBe(422)
  const { error } = (await response.json()) as { error: { fields: { path: string }[] } }
  expect(error.fields.map(({ path }) => path).sort()).toEqual(['items.0.id', 'name'])
})

test('what is not JSON, of another type, or too large is refused as such', async () => {
  expect((await post('/api/v1/things', '{half')).status).toBe(400)
  expect(
    (await post('/api/v1/things', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status,
  ).toBe(415)
  const large = JSON.stringify({ name: 'x'.repeat(2000) })
  expect((await post('/hooks/example/s3cret', large)).status).toBe(413)
})

test('another site cannot make a browser change anything', async () => {
  const body = JSON.stringify({ name: 'a', items: [] })
  const from = (headers: Record<string, string>) => post('/api/v1/things', body, headers)
  expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await from({ origin: 'null' })).status).toBe(403)
  expect((await from({ origin: url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await from({})).status).toBe(200)
  expect((await post('/hooks/example/s3cret', '{}', { origin: 'https://evil.example' })).status).toBe(200)
})

test('the log has neither query strings nor secrets of hooks', async () => {
  await fetch(`${url}/api/v1/open?q=private-search`)
  await post('/hooks/example/s3cret-of-a-hook', '{}')
  await fetch(`${url}/hooks/unknown/s3cret-of-a-hook`)
  const log = world.logLines.join('')
  expect(log).toContain('"path":"/hooks/example/[hidden]"')
  expect(log).not.toContain('s3cret-of-a-hook')
  expect(log).not.toContain('private-search')
})
