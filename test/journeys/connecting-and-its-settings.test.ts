// Promise N1: Teamleader is connected by consent; its switches, profile, departments and check are in the settings
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

type Check = { check: string; ok: boolean; code: string; detail: string | null }
type Connection = {
  state: string
  importInvoicesAutomatically: boolean
  updateCustomersAutomatically: boolean
  departmentExternalIds: string[] | null
  hook: { isRegistered: boolean }
}

let world: TestApp
let path: string
beforeAll(async () => {
  const off = { importInvoicesAutomatically: false, updateCustomersAutomatically: false }
  world = await createTestApp({ switches: off })
  path = `/connections/${world.connectionId}`
})
afterAll(() => world.stop())

test('a fresh connection is off: nothing of invoices or customers is subscribed, nothing comes in', async () => {
  world.teamleader.control.addInvoice()
  await world.drain()
  await world.app.jobs.runSchedule('reconcile')
  await world.app.jobs.runSchedule('nightly')
  await world.drain()
  expect(subscribed().filter((type) => /^(invoice|company|contact)\./.test(type))).toEqual([])
  expect(await invoiceCount(world)).toBe(0)
  expect((await world.get('/import-lines')).items).toEqual([])
})

test('switched on, the invoices are subscribed once and those of the last 35 days come in', async () => {
  await change({ importInvoicesAutomatically: true })
  expect(subscribed()).toContain('invoice.booked')
  expect(subscribed().filter((type) => type.startsWith('company.'))).toEqual([])
  expect(await invoiceCount(world)).toBe(1)
  await change({ importInvoicesAutomatically: true })
  expect(world.teamleader.control.webhooks.registered()).toHaveLength(1)
  expect(new Set(subscribed()).size).toBe(subscribed().length)
})

test('switched off again, the subscription is gone and a webhook that was under way is kept with its cause', async () => {
  const { control } = world.teamleader
  const [hook] = control.webhooks.registered()
  await change({ importInvoicesAutomatically: false })
  expect(subscribed().filter((type) => type.startsWith('invoice.'))).toEqual([])
  const late = control.addInvoice({ silent: true })
  const account = { type: 'account', id: world.teamleader.account.id }
  const body = { type: 'invoice.booked', subject: { type: 'invoice', id: late.id }, account }
  // The door remembers a connection for a second; a second process has nothing to remember.
  const second = await world.startSecond()
  const url = new URL(hook?.url ?? '')
  const answer = await second.http.inject({
    method: 'POST',
    url: url.pathname,
    payload: JSON.stringify(body),
  })
  expect(answer.statusCode).toBe(204)
  await world.drain()
  expect(await invoiceCount(world)).toBe(1)
  const stored = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db
      .selectFrom('webhookEvents')
      .select(['state', 'cause'])
      .where('subjectExternalId', '=', late.id)
      .execute(),
  )
  expect(stored).toEqual([{ state: 'ignored', cause: 'switched_off' }])
  await change({ importInvoicesAutomatically: true })
  expect(await lineOf(world, late.id)).toMatchObject({ outcome: 'imported' })
})

test('only invoices of the chosen departments come in; choosing another lets the rest in after a retry', async () => {
  const { control } = world.teamleader
  const { items } = await world.get<{ items: { externalId: string; name: string }[] }>(`${path}/departments`)
  const [one, other] = items
  expect(items).toHaveLength(control.departments().length)
  await change({ departmentExternalIds: [one?.externalId ?? ''] })
  const wanted = control.addInvoice({ departmentId: one?.externalId ?? '' })
  const unwanted = control.addInvoice({ departmentId: other?.externalId ?? '' })
  await world.drain()
  expect(await lineOf(world, wanted.id)).toMatchObject({ outcome: 'imported' })
  expect(await causeOf(world, unwanted.id)).toBe('department_not_chosen')
  const line = await lineOf(world, unwanted.id)
  expect(line.actions).toContain('open_settings')
  await change({ departmentExternalIds: null })
  await world.app.jobs.runSchedule('nightly')
  await world.drain()
  expect(await lineOf(world, unwanted.id)).toMatchObject({ outcome: 'imported' })
})

test('the default profile of the connection is the one new invoices get', async () => {
  const { id } = await world.send<{ id: string }>('POST', '/api/v1/profiles', { name: 'Soepel' })
  await change({ defaultProfileId: id })
  const invoice = world.teamleader.control.addInvoice()
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ profile: { id, name: 'Soepel' } })
  const refused = await world.visitor.request('PATCH', `/api/v1${path}`, { defaultProfileId: 'prf_nobody' })
  expect(refused.status).toBe(422)
})

test('the pre-flight names what would keep invoices from coming in', async () => {
  const before = await checks()
  expect(before.rights).toMatchObject({ ok: true })
  expect(before.webhooks).toMatchObject({ ok: true })
  expect(before.public_address).toMatchObject({ ok: false, code: 'address_not_public' })
  expect(before.mail).toMatchObject({ ok: false, code: 'not_set_up' })
  expect(before.profile).toMatchObject({ ok: true })
  world.teamleader.control.replyAlways('invoices.list', { kind: 'status', status: 403 })
  expect((await checks()).rights).toMatchObject({ ok: false, code: 'not_permitted' })
  world.teamleader.control.clearFaults()
})

test('refused consent, a made-up state and a used code connect nothing', async () => {
  const refused = await world.visitor.connectTeamleader({ decision: 'refuse' })
  expect(refused).toContain('connectProblem=')
  for (const query of ['state=made-up&code=made-up', 'code=made-up', 'state=made-up', '']) {
    const answer = await world.visitor.request('GET', `/oauth/teamleader/callback?${query}`)
    expect(answer.status).toBeLessThan(500)
  }
  const { items } = await world.get<{ items: Connection[] }>('/connections')
  expect(items.map((connection) => connection.state)).toEqual(['connected'])
})

async function change(options: Record<string, unknown>): Promise<void> {
  await world.send('PATCH', `/api/v1${path}`, options)
  await world.drain()
}

function subscribed(): string[] {
  return world.teamleader.control.webhooks.registered().flatMap((hook) => hook.types)
}

async function checks(): Promise<Record<string, Check>> {
  const answer = await world.get<{ checks: Check[] }>(`${path}/check`)
  return Object.fromEntries(answer.checks.map((check) => [check.check, check]))
}
