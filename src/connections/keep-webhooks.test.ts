import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ConnectedWorld, openConnectedWorld } from '../../test/support/open-connected-world.ts'
import { listActivities } from '../activities/index.ts'
import { forAllCreditors } from '../context.ts'
import type { Connection } from './connection.ts'
import { disconnect } from './disconnect.ts'
import { findConnectionByHookSecret } from './find-connection-by-hook-secret.ts'
import { getConnection } from './get-connection.ts'
import { hookUrlOf } from './hook-url-of.ts'
import { keepWebhooks } from './keep-webhooks.ts'
import { sourceFor } from './source-for.ts'
import { type ConnectionOptions, updateConnectionOptions } from './update-connection-options.ts'

let world: ConnectedWorld
let connection: Connection

const always = ['account.deactivated', 'account.deleted']
const customers = ['company.deleted', 'company.updated', 'contact.deleted', 'contact.updated']
const bothOff = { importInvoicesAutomatically: false, updateCustomersAutomatically: false }

beforeAll(async () => {
  world = await openConnectedWorld({ sandbox: { rateLimitPerMinute: null } })
})
beforeEach(async () => {
  world.sandbox.control.clearFaults()
  connection = await world.connect()
  await change(bothOff)
  world.sandbox.journal.clear()
})
afterAll(() => world.close())

async function change(options: Partial<ConnectionOptions>): Promise<void> {
  await updateConnectionOptions(world.ctx, { connectionId: connection.id, options })
  await world.jobs.drain()
}

function present(): Promise<Connection> {
  return getConnection(world.ctx, { connectionId: connection.id })
}

function registered() {
  return world.sandbox.control.webhooks.registered().map(({ url, types }) => ({ url, types: types.sort() }))
}

test('no switch, no webhook', async () => {
  expect(registered()).toEqual([])
  expect(await present()).toMatchObject({ hookEventTypes: [], hookProblem: null })
})

test('the customer switch subscribes to customers only, on one address that carries a secret', async () => {
  await change({ updateCustomersAutomatically: true })
  const types = [...always, ...customers].sort()
  const url = await hookUrlOf(world.ctx, connection)
  expect(registered()).toEqual([{ url, types }])
  expect(await present()).toMatchObject({ hookEventTypes: types, hookProblem: null })
  const secret = url.split('/hooks/teamleader/')[1] ?? ''
  expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16)
  expect(await findConnectionByHookSecret(forAllCreditors(world.ctx), secret)).toMatchObject({
    id: connection.id,
  })
  expect(await findConnectionByHookSecret(forAllCreditors(world.ctx), `${secret}x`)).toBeUndefined()
  expect(JSON.stringify([await present(), await listActivities(world.ctx, { limit: 100 })])).not.toContain(
    secret,
  )
})

test('each switch adds its own types, and takes them away again', async () => {
  await change({ importInvoicesAutomatically: true })
  expect(registered()[0]?.types).toEqual(expect.arrayContaining(['invoice.booked', ...always]))
  expect(registered()[0]?.types).not.toContain('company.updated')
  await change({ updateCustomersAutomatically: true })
  expect(registered()[0]?.types).toEqual(expect.arrayContaining(['invoice.booked', 'company.updated']))
  await change({ importInvoicesAutomatically: false })
  expect(registered()[0]?.types).toEqual([...always, ...customers].sort())
  await change({ updateCustomersAutomatically: false })
  expect(registered().flatMap(({ types }) => types)).toEqual([])
})

test('doing it again registers nothing again; what a person removed there comes back', async () => {
  await change({ importInvoicesAutomatically: true })
  const [hook] = registered()
  world.sandbox.journal.clear()
  await keepWebhooks(world.ctx, { connectionId: connection.id })
  expect(world.sandbox.journal.requests().map((request) => request.operation)).toEqual(['webhooks.list'])
  world.sandbox.control.replyOnce('webhooks.list', { kind: 'patch', patch: { data: [] } })
  await keepWebhooks(world.ctx, { connectionId: connection.id })
  expect(registered()).toEqual([hook])
})

test('an earlier public address of ours is cleared away, a stranger is left alone', async () => {
  await change({ importInvoicesAutomatically: true })
  const stranger = 'http://127.0.0.1:9/hooks/teamleader/of-somebody-else'
  await (await sourceFor(world.ctx, connection.id, 'person')).registerWebhook(stranger, ['deal.won'])
  const moved = { ...world.ctx, config: { ...world.ctx.config, publicUrl: 'https://new.vorder.example' } }
  await keepWebhooks(moved, { connectionId: connection.id })
  const addresses = registered().filter(({ types }) => types.length > 0)
  const origins = addresses.map(({ url }) => new URL(url).origin).sort()
  expect(origins).toEqual(['http://127.0.0.1:9', 'https://new.vorder.example'])
  await keepWebhooks(world.ctx, { connectionId: connection.id })
  await (await sourceFor(world.ctx, connection.id, 'person')).unregisterWebhook(stranger, ['deal.won'])
})

test('a failure is seen on the connection, tried again, and gone when it works', async () => {
  world.sandbox.control.replyAlways('webhooks.register', { kind: 'status', status: 503 })
  await change({ importInvoicesAutomatically: true })
  expect(await present()).toMatchObject({ hookProblem: 'server_error', hookEventTypes: [] })
  expect(await world.jobs.pending()).toMatchObject([{ name: 'keep-webhooks' }])
  world.sandbox.control.clearFaults()
  await world.jobs.drain({ until: new Date(Date.now() + 24 * 3600_000) })
  expect(await present()).toMatchObject({ hookProblem: null })
  expect(registered()[0]?.types).toContain('invoice.booked')
  const { length } = await listActivities(world.ctx, { limit: 100, kind: 'connection.webhooksFailed' })
  expect(length).toBe(1)
})

test('a refusal is seen on the connection with its reason', async () => {
  world.sandbox.control.replyAlways('webhooks.register', { kind: 'status', status: 403 })
  await change({ importInvoicesAutomatically: true })
  expect(await present()).toMatchObject({ hookProblem: 'not_permitted' })
})

test('disconnecting removes the webhooks and the tokens and keeps the connection', async () => {
  await change({ importInvoicesAutomatically: true })
  const ended = await disconnect(world.ctx, { connectionId: connection.id })
  expect(ended).toMatchObject({
    state: 'disconnected',
    hookEventTypes: [],
    hookProblem: null,
    importInvoicesAutomatically: true,
  })
  expect(registered().flatMap(({ types }) => types)).toEqual([])
  expect((await disconnect(world.ctx, { connectionId: connection.id })).disconnectedAt).toEqual(
    ended.disconnectedAt,
  )
})

test('disconnecting works while Teamleader is away, and says what it left behind', async () => {
  await change({ importInvoicesAutomatically: true })
  world.sandbox.control.replyAlways('*', { kind: 'status', status: 503 })
  const ended = await disconnect(world.ctx, { connectionId: connection.id })
  expect(ended).toMatchObject({ state: 'disconnected', hookProblem: 'left_behind' })
})

test('connecting again brings the webhooks of the switches back', async () => {
  await change({ importInvoicesAutomatically: true })
  await disconnect(world.ctx, { connectionId: connection.id })
  await world.connect()
  await world.jobs.drain()
  expect(registered()[0]?.types).toContain('invoice.booked')
})
