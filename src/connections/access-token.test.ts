import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AskForToken } from '../../test/support/ask-for-token.ts'
import { type ConnectedWorld, openConnectedWorld } from '../../test/support/open-connected-world.ts'
import { inTransaction } from '../context.ts'
import { accessToken } from './access-token.ts'
import type { Connection } from './connection.ts'
import { getConnection } from './get-connection.ts'
import { markReconnectNeeded } from './mark-reconnect-needed.ts'
import { sourceFor } from './source-for.ts'

let world: ConnectedWorld
let connection: Connection

beforeAll(async () => {
  world = await openConnectedWorld()
})
beforeEach(async () => {
  world.sandbox.control.clearFaults()
  world.tokenProxy.trouble = 'none'
  connection = await world.connect()
  await world.jobs.drain()
  world.sandbox.journal.clear()
  world.mails.length = 0
})
afterAll(() => world.close())

function refreshes() {
  return world.sandbox.journal.tokenGrants().filter((grant) => grant.kind === 'refresh')
}

async function activityKinds(): Promise<string[]> {
  return inTransaction(world.ctx, async (tx) => {
    const found = await sql<{ kind: string }>`
      select kind from activities where subject_id = ${connection.id} order by id`.execute(tx.db)
    return found.rows.map((row) => row.kind)
  })
}

/** Ends the stored access token by both clocks. */
function endTokens(): void {
  world.sandbox.control.expireAccessTokens()
  world.advance(3600_000)
}

async function callDepartments(ctx = world.ctx): Promise<unknown> {
  return (await sourceFor(ctx, connection.id, 'webhook')).listDepartments()
}

test('fifty calls at the end of a token, in two processes, refresh it once', async () => {
  endTokens()
  const calls = Array.from({ length: 50 }, (_, index) => callDepartments(index % 2 ? world.ctx : world.other))
  for (const answer of await Promise.all(calls)) expect(answer).not.toEqual([])
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }])
  expect(world.sandbox.journal.requests({ status: 401 })).toEqual([])
})

test('fifty calls whose token was ended early at the other side refresh it once', async () => {
  await callDepartments()
  world.sandbox.control.expireAccessTokens()
  const calls = Array.from({ length: 50 }, (_, index) => callDepartments(index % 2 ? world.ctx : world.other))
  await Promise.all(calls)
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }])
})

test('a token is refreshed a minute before its end, not earlier', async () => {
  const first = await accessToken(world.ctx, { connectionId: connection.id })
  world.advance(first.expiresAt.getTime() - world.ctx.now().getTime() - 70_000)
  expect((await accessToken(world.ctx, { connectionId: connection.id })).accessToken).toBe(first.accessToken)
  world.advance(11_000)
  expect((await accessToken(world.ctx, { connectionId: connection.id })).accessToken).not.toBe(
    first.accessToken,
  )
})

test('one source that lives on uses the new token after the old one ended', async () => {
  const source = await sourceFor(world.ctx, connection.id, 'webhook')
  await source.listDepartments()
  endTokens()
  expect(await source.listDepartments()).not.toEqual([])
  expect(refreshes()).toHaveLength(1)
})

test('the pair is stored before it is used', async () => {
  endTokens()
  const token = await accessToken(world.ctx, { connectionId: connection.id })
  expect((await accessToken(world.other, { connectionId: connection.id })).accessToken).toBe(
    token.accessToken,
  )
  expect(refreshes()).toHaveLength(1)
})

async function expectOneReconnect(): Promise<void> {
  await world.jobs.drain()
  expect(await getConnection(world.ctx, { connectionId: connection.id })).toMatchObject({
    state: 'reconnect_needed',
  })
  expect((await activityKinds()).at(-1)).toBe('connection.reconnectNeeded')
  expect(world.mails).toHaveLength(1)
  expect(world.mails[0]?.to).toMatchObject([{ address: 'ann@bakkerij.example' }])
  expect(world.mails[0]?.text).toContain('/settings/integrations')
}

test('a person revoked the access: fifty calls in two processes give one state, one line, one mail', async () => {
  world.sandbox.control.revokeTokens()
  const calls = Array.from({ length: 50 }, (_, index) => callDepartments(index % 2 ? world.ctx : world.other))
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'ReconnectNeededError' } })
  }
  expect(refreshes()).toMatchObject([{ outcome: 'refused' }])
  await expectOneReconnect()
  const lines = (await activityKinds()).filter((kind) => kind === 'connection.reconnectNeeded')
  await expect(callDepartments()).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  expect((await activityKinds()).filter((kind) => kind === 'connection.reconnectNeeded')).toEqual(lines)
  expect(refreshes()).toHaveLength(1)
})

test('the answer to a refresh was lost: it ends as reconnect needed, never as silent retries', async () => {
  endTokens()
  world.tokenProxy.trouble = 'lose'
  await expect(callDepartments()).rejects.toMatchObject({ name: 'SourceUnavailableError' })
  world.tokenProxy.trouble = 'none'
  await expect(callDepartments()).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  await expect(callDepartments()).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }, { outcome: 'refused' }])
  await expectOneReconnect()
})

test('killed between the answer and the commit: it ends as reconnect needed', async () => {
  endTokens()
  const { creditorId, id: connectionId } = connection
  const given: AskForToken = { ...world.process, creditorId, connectionId }
  const script = new URL('../../test/support/ask-for-token.ts', import.meta.url)
  const child = spawn(process.execPath, [fileURLToPath(script), JSON.stringify(given)], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  world.tokenProxy.trouble = 'kill'
  world.tokenProxy.onAnswer = () => child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  world.tokenProxy.trouble = 'none'
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }])
  await expect(callDepartments(world.other)).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }, { outcome: 'refused' }])
  await expectOneReconnect()
})

test('a token endpoint that is down costs no connection', async () => {
  endTokens()
  world.tokenProxy.trouble = 'down'
  await expect(callDepartments()).rejects.toMatchObject({
    name: 'SourceUnavailableError',
    code: 'server_error',
  })
  world.tokenProxy.trouble = 'none'
  expect(await callDepartments()).not.toEqual([])
  expect(refreshes()).toMatchObject([{ outcome: 'granted' }])
})

test('a fresh token that is refused all the same needs a person, after one refresh', async () => {
  world.sandbox.control.replyAlways('departments.list', { kind: 'status', status: 401 })
  await expect(callDepartments()).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  expect(refreshes()).toHaveLength(1)
  await expectOneReconnect()
})

test('a person who connected again is not thrown out by the news of the old pair', async () => {
  const old = await accessToken(world.ctx, { connectionId: connection.id })
  await world.connect()
  const late = {
    connectionId: connection.id,
    reason: 'token_refused',
    tokenVersion: old.tokenVersion,
  } as const
  await markReconnectNeeded(world.ctx, late)
  expect(await getConnection(world.ctx, { connectionId: connection.id })).toMatchObject({
    state: 'connected',
  })
})

test('after reconnecting the next refusal is told again', async () => {
  world.sandbox.control.revokeTokens()
  await callDepartments().catch(() => undefined)
  await world.jobs.drain()
  await world.connect()
  await world.jobs.drain()
  world.sandbox.control.revokeTokens()
  await callDepartments().catch(() => undefined)
  await world.jobs.drain()
  expect(world.mails).toHaveLength(2)
})

test('nobody is told twice when a person reconnects before the mail goes', async () => {
  world.sandbox.control.revokeTokens()
  await callDepartments().catch(() => undefined)
  await world.connect()
  await world.jobs.drain()
  expect(world.mails).toEqual([])
})
