// Promise N2, B4: disconnecting keeps all data, reconnecting resumes, a dead token gives one banner and one mail
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await startMailbox()
  const settings = { VORDER_SMTP_URL: mailbox.smtpUrl, VORDER_MAIL_FROM: 'vorder@vorder.example' }
  world = await createTestApp({ settings })
})
beforeEach(() => mailbox.clear())
afterAll(async () => {
  await world.stop()
  await mailbox.stop()
})

const hour = 3_600_000

test('a token that is refused for good gives one state, one line of history and one mail', async () => {
  const { control, journal } = world.teamleader
  control.revokeTokens()
  journal.clear()
  const waiting = [control.addInvoice(), control.addInvoice(), control.addInvoice()]
  await world.drain()
  for (let round = 0; round < 3; round += 1) {
    await world.app.jobs.runSchedule('tick-imports')
    await world.app.jobs.runSchedule('reconcile')
    await world.advance(15 * 60_000)
  }
  expect(await stateOf()).toBe('reconnect_needed')
  expect(mailbox.mails().map((mail) => mail.to)).toEqual([['ann@example.com']])
  const { items } = await world.get('/activities?kind=connection.reconnectNeeded')
  expect(items).toHaveLength(1)
  const refreshes = journal.tokenGrants().filter((grant) => grant.kind === 'refresh')
  expect(refreshes.length).toBeLessThanOrEqual(1)
  for (const invoice of waiting) expect(await causeOf(world, invoice.id)).toBe('reconnect_needed')
})

test('what Teamleader told meanwhile waits, and comes in by itself after connecting again', async () => {
  const { control } = world.teamleader
  const told = control.addInvoice({ total: 4_400 })
  await world.drain()
  const before = await invoiceCount(world)
  await world.visitor.connectTeamleader()
  await world.drain()
  expect(await stateOf()).toBe('connected')
  expect(await invoiceOf(world, told.id)).toMatchObject({ open: { amountCents: 4_400 } })
  expect(await invoiceCount(world)).toBe(before + 4)
  expect((await world.get('/connections')).items).toHaveLength(1)
})

test('disconnecting removes webhooks and tokens and keeps invoices, lines and customers', async () => {
  const { control, journal } = world.teamleader
  const before = await invoiceCount(world)
  const lines = (await world.get('/import-lines')).items.length
  const [hook] = control.webhooks.registered()
  await world.send('POST', `/api/v1/connections/${world.connectionId}/disconnect`)
  await world.drain()
  expect(control.webhooks.registered()).toEqual([])
  const [tokens] = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('connections').select(['accessTokenSealed', 'refreshTokenSealed']).execute(),
  )
  expect(tokens).toEqual({ accessTokenSealed: null, refreshTokenSealed: null })
  expect(await invoiceCount(world)).toBe(before)
  expect((await world.get('/import-lines')).items).toHaveLength(lines)

  journal.clear()
  const missed = control.addInvoice({ silent: true })
  const account = { type: 'account', id: world.teamleader.account.id }
  const body = { type: 'invoice.booked', subject: { type: 'invoice', id: missed.id }, account }
  const late = await fetch(hook?.url ?? '', { method: 'POST', body: JSON.stringify(body) })
  expect([204, 404, 410]).toContain(late.status)
  await world.app.jobs.runSchedule('nightly')
  await world.advance(hour)
  expect(journal.requests()).toEqual([])
  expect(await invoiceCount(world)).toBe(before)
  expect(mailbox.mails()).toEqual([])
})

test('connecting the same account again resumes the same connection, and catches up', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  await world.visitor.connectTeamleader()
  await world.drain()
  const { items } = await world.get('/connections')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ id: world.connectionId, state: 'connected' })
  expect(control.webhooks.registered()).toHaveLength(1)
  expect(await invoiceCount(world)).toBe(before + 1)
  const invoice = control.addInvoice()
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
})

test('an access token that merely ended is refreshed without anyone noticing', async () => {
  const { control } = world.teamleader
  control.expireAccessTokens()
  const invoice = control.addInvoice()
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
  expect(await stateOf()).toBe('connected')
  expect(mailbox.mails()).toEqual([])
})

async function stateOf(): Promise<unknown> {
  const { items } = await world.get('/connections')
  return items[0]?.state
}
