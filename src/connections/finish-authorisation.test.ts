import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type ConnectedWorld,
  openConnectedWorld,
  sessionToken,
} from '../../test/support/open-connected-world.ts'
import { listActivities } from '../activities/index.ts'
import { inTransaction } from '../context.ts'
import { disconnect } from './disconnect.ts'
import { finishAuthorisation } from './finish-authorisation.ts'
import { getConnection } from './get-connection.ts'
import { listConnections } from './list-connections.ts'
import { sourceFor } from './source-for.ts'
import { startAuthorisation } from './start-authorisation.ts'

let world: ConnectedWorld

beforeAll(async () => {
  world = await openConnectedWorld()
})
beforeEach(() => world.sandbox.journal.clear())
afterAll(() => world.close())

function finish(
  answer: { state: string | undefined; code?: string | undefined; error?: string | undefined },
  session = sessionToken,
) {
  return finishAuthorisation(world.ctx, { source: 'teamleader', sessionToken: session, ...answer })
}

async function storedRows() {
  return inTransaction(world.ctx, async (tx) => {
    const found = await sql<{ row: string }>`select row_to_json(c)::text as row from connections c`.execute(
      tx.db,
    )
    return found.rows.map(({ row }) => row)
  })
}

test.each([
  ['refused by the person', 'authorisation_refused', async () => finish(await world.allow('refuse'))],
  ['an unknown state', 'state_unknown', async () => finish({ ...(await world.allow()), state: 'made-up' })],
  ['no state', 'state_unknown', async () => finish({ ...(await world.allow()), state: undefined })],
  ['another browser session', 'state_foreign', async () => finish(await world.allow(), 'someone-else')],
  [
    'another error',
    'authorisation_failed',
    async () => finish({ ...(await world.allow()), error: 'server_error' }),
  ],
  ['no code', 'authorisation_failed', async () => finish({ ...(await world.allow()), code: undefined })],
  ['a made-up code', 'code_refused', async () => finish({ ...(await world.allow()), code: 'made-up' })],
])('%s stores nothing', async (_what, code, attempt) => {
  await expect(attempt()).rejects.toMatchObject({ name: 'InvalidInputError', code })
  expect(await listConnections(world.ctx)).toEqual([])
})

test('a late answer stores nothing', async () => {
  const answer = await world.allow()
  world.advance(10 * 60_000 + 1)
  await expect(finish(answer)).rejects.toMatchObject({ code: 'state_expired' })
  expect(await listConnections(world.ctx)).toEqual([])
})

test('a stranger who saw the state neither connects nor spoils it; twice at once connects once', async () => {
  const answer = await world.allow()
  await expect(finish(answer, 'someone-else')).rejects.toMatchObject({ code: 'state_foreign' })
  const outcomes = await Promise.allSettled([finish(answer), finish(answer)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(finish(answer)).rejects.toMatchObject({ code: 'state_used' })
  const codes = world.sandbox.journal.tokenGrants().filter((grant) => grant.kind === 'code')
  expect(codes).toHaveLength(1)
  const [connection] = await listConnections(world.ctx)
  expect(connection).toMatchObject({
    state: 'connected',
    accountExternalId: world.sandbox.account.id,
    importInvoicesAutomatically: false,
    updateCustomersAutomatically: false,
    hookEventTypes: [],
  })
})

test('a code that was used already is refused', async () => {
  const { code } = await world.allow()
  await finish({ ...(await world.allow()), code })
  await expect(finish({ ...(await world.allow()), code })).rejects.toMatchObject({ code: 'code_refused' })
})

test('no token and no secret stands in the database, in the connection or in the history', async () => {
  const { url } = await startAuthorisation(world.ctx, {
    userId: world.userId,
    sessionToken,
    source: 'teamleader',
  })
  const state = new URL(url).searchParams.get('state') ?? ''
  const connection = await world.connect()
  const source = await sourceFor(world.ctx, connection.id, 'person')
  await source.listDepartments()
  const sent = world.sandbox.journal.requests({ operation: 'departments.list' }).at(-1)?.headers.authorization
  const rows = (await storedRows()).join()
  const kept = await inTransaction(world.ctx, (tx) =>
    sql`select row_to_json(a)::text from authorisations a`.execute(tx.db),
  )
  const history = JSON.stringify(await listActivities(world.ctx, { limit: 1000 }))
  for (const secret of [sent?.replace('Bearer ', '') || 'def50200', state, sessionToken, 'def50200']) {
    for (const place of [rows, JSON.stringify(kept.rows), JSON.stringify(connection), history]) {
      expect(place).not.toContain(secret)
      expect(place).not.toContain(Buffer.from(secret).toString('hex'))
    }
  }
})

test('the same account resumes its connection, after a disconnect too', async () => {
  const before = await world.connect()
  expect((await disconnect(world.ctx, { connectionId: before.id })).state).toBe('disconnected')
  await expect((await sourceFor(world.ctx, before.id, 'person')).listDepartments()).rejects.toMatchObject({
    name: 'ReconnectNeededError',
  })
  const after = await world.connect()
  expect(after).toMatchObject({ id: before.id, state: 'connected', stateReason: null, disconnectedAt: null })
  expect(await listConnections(world.ctx)).toHaveLength(1)
  expect(await (await sourceFor(world.ctx, before.id, 'person')).listDepartments()).not.toEqual([])
})

test('another account is another connection', async () => {
  const first = await world.connect()
  world.sandbox.control.replyOnce('users.me', {
    kind: 'patch',
    patch: { 'data.account.id': 'eab232c6-49b2-4b7e-a977-5e1148dad471' },
  })
  const second = await world.connect()
  expect(second.id).not.toBe(first.id)
  expect(await getConnection(world.ctx, { connectionId: first.id })).toMatchObject({ state: 'connected' })
})
