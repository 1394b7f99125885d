import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ConnectedWorld, openConnectedWorld } from '../../test/support/open-connected-world.ts'
import { addTestCreditor } from '../../test/support/test-context.ts'
import { hide } from '../config.ts'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { checkConnection } from './check-connection.ts'
import type { Connection } from './connection.ts'
import { getConnection } from './get-connection.ts'
import { listConnectionDepartments } from './list-connection-departments.ts'
import { listConnectionFields } from './list-connection-fields.ts'
import { noteHeard } from './note-heard.ts'
import { recordReconciled } from './record-reconciled.ts'
import { resealSecrets } from './reseal-secrets.ts'
import { sourceFor } from './source-for.ts'
import { updateConnectionOptions } from './update-connection-options.ts'

let world: ConnectedWorld
let connection: Connection

beforeAll(async () => {
  world = await openConnectedWorld({ sandbox: { seed: 1, rateLimitPerMinute: null } })
  connection = await world.connect()
})
beforeEach(() => world.sandbox.control.clearFaults())
afterAll(() => world.close())

function present(): Promise<Connection> {
  return getConnection(world.ctx, { connectionId: connection.id })
}

async function check(ctx = world.ctx) {
  const checks = await checkConnection(ctx, { connectionId: connection.id })
  return Object.fromEntries(checks.map(({ check: name, ok, code }) => [name, ok ? code : `not ok: ${code}`]))
}

test('the pre-flight names what is missing', async () => {
  expect(await check()).toEqual({
    rights: 'ok',
    webhooks: 'switched_off',
    public_address: 'not ok: address_not_public',
    profile: 'not ok: no_default_profile',
    mail: 'ok',
    strict_mode: 'hint',
  })
})

test('the pre-flight names a missing right, a missing webhook and a public address that is not safe', async () => {
  const options = { importInvoicesAutomatically: true }
  await updateConnectionOptions(world.ctx, { connectionId: connection.id, options })
  world.sandbox.control.replyAlways('customFieldDefinitions.list', { kind: 'status', status: 403 })
  const config = { ...world.ctx.config, publicUrl: 'http://vorder.bakkerij-peeters.be' }
  expect(await check({ ...world.ctx, config })).toMatchObject({
    rights: 'not ok: not_permitted',
    webhooks: 'not ok: not_registered',
    public_address: 'not ok: address_not_https',
  })
  await world.jobs.drain()
  world.sandbox.control.clearFaults()
  expect(await check()).toMatchObject({ rights: 'ok', webhooks: 'ok' })
})

test('fields come with their options, departments with their names', async () => {
  const fields = await listConnectionFields(world.ctx, { connectionId: connection.id, context: 'invoice' })
  expect(fields.some((field) => field.options.length > 0)).toBe(true)
  const departments = await listConnectionDepartments(world.ctx, { connectionId: connection.id })
  expect(departments.length).toBeGreaterThanOrEqual(2)
})

test.each(['text', 'id'] as const)(
  'a select value that comes as %s gives both text and option id',
  async (form) => {
    world.sandbox.control.answers({ selectValueForm: form })
    const source = await sourceFor(world.ctx, connection.id, 'webhook')
    const fields = await source.listFields('invoice')
    const select = fields.find((field) => field.options.length > 0)
    const [option] = select?.options ?? []
    if (!select || !option) throw new Error('The sandbox has a select field on invoices')
    const invoice = world.sandbox.control.addInvoice({ customFields: [{ id: select.id, value: option.id }] })
    const values = await source.invoiceFields(invoice.id)
    expect(values).toContainEqual({ fieldId: select.id, value: option.value, optionId: option.id })
  },
)

test('options change only what is named, and a strange profile is refused', async () => {
  const departmentExternalIds = ['5f4f0f5c-1111-4a4a-8a8a-111111111111']
  const change = { connectionId: connection.id, options: { departmentExternalIds } }
  const { before, connection: after } = await updateConnectionOptions(world.ctx, change)
  expect(after).toEqual({ ...before, departmentExternalIds })
  expect(await present()).toEqual(after)
  const wrong = { connectionId: connection.id, options: { defaultProfileId: 'prf_nobody' } }
  await expect(updateConnectionOptions(world.ctx, wrong)).rejects.toMatchObject({ code: 'unknown_profile' })
})

test('the reconcile mark never moves backwards', async () => {
  const late = new Date('2026-03-02T10:00:00Z')
  await recordReconciled(world.ctx, { connectionId: connection.id, until: late })
  await recordReconciled(world.ctx, { connectionId: connection.id, until: new Date('2026-03-01T10:00:00Z') })
  await recordReconciled(world.ctx, { connectionId: connection.id, until: null })
  expect((await present()).reconciledUntil).toEqual(late)
})

test('a burst of webhooks is one note', async () => {
  await noteHeard(world.ctx, { connectionId: connection.id })
  const first = (await present()).lastHeardAt
  await noteHeard(world.ctx, { connectionId: connection.id })
  expect((await present()).lastHeardAt).toEqual(first)
  world.advance(6_000)
  await noteHeard(world.ctx, { connectionId: connection.id })
  expect((await present()).lastHeardAt?.getTime()).toBeGreaterThan(first?.getTime() ?? Infinity)
})

test('another business sees nothing of it', async () => {
  const stranger = await addTestCreditor(forAllCreditors(world.ctx), 'Somebody else')
  await expect(getConnection(stranger, { connectionId: connection.id })).rejects.toMatchObject({
    name: 'NotFoundError',
  })
  await expect(sourceFor(stranger, connection.id, 'person')).rejects.toMatchObject({ name: 'NotFoundError' })
})

function withKeys(current: string, old: string[]): Context {
  const secrets = { ...world.ctx.config.secrets, secretKey: hide(current), oldSecretKeys: old.map(hide) }
  return { ...world.ctx, config: { ...world.ctx.config, secrets } }
}

async function sealedBytes(): Promise<string> {
  return inTransaction(world.ctx, async (tx) => {
    const found = await sql<{ sealed: string }>`
      select encode(access_token_sealed || refresh_token_sealed || hook_secret_sealed, 'hex') as sealed
      from connections where id = ${connection.id}`.execute(tx.db)
    return found.rows[0]?.sealed ?? ''
  })
}

test('keys change: what the old one sealed is sealed anew, and without the old one nothing starts', async () => {
  const { readFileSync } = await import('node:fs')
  const first = readFileSync(`${world.ctx.config.dataFolder}/secret.key`, 'utf8').trim()
  const second = randomBytes(32).toString('base64')
  await expect(resealSecrets(withKeys(second, []))).rejects.toMatchObject({
    code: expect.stringMatching(/^secret_/),
  })
  const before = await sealedBytes()
  expect(await resealSecrets(withKeys(second, [first]))).toBe(1)
  expect(await sealedBytes()).not.toBe(before)
  expect(await resealSecrets(withKeys(second, []))).toBe(0)
  const source = await sourceFor(withKeys(second, []), connection.id, 'person')
  expect(await source.listDepartments()).not.toEqual([])
})
