// Promise B10: custom fields choose the profile: invoice, subscription, customer, connection; an unknown value warns
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewInvoice } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, historyOf, invoiceOf, lineOf, type SeenInvoice } from '../support/read-ledger.ts'

type Profile = { id: string; name: string }

let world: TestApp
let gold: Profile
let silver: Profile
let standard: Profile
let onInvoice: { id: string }
let onSubscription: { id: string }
let asText: { id: string }

beforeAll(async () => {
  world = await createTestApp()
  const { control } = world.teamleader
  gold = await addProfile('Goud')
  silver = await addProfile('Zilver')
  standard = await addProfile('Gewoon')
  const options = ['Goud', 'zilver', 'Brons']
  const type = 'single_select'
  onInvoice = control.addCustomField({ label: 'Profiel', type, context: 'invoice', options })
  onSubscription = control.addCustomField({ label: 'Profiel', type, context: 'subscription', options })
  asText = control.addCustomField({ label: 'Profiel (tekst)', type: 'single_line', context: 'invoice' })
  await choose({
    invoiceProfileFieldId: onInvoice.id,
    subscriptionProfileFieldId: onSubscription.id,
    defaultProfileId: standard.id,
  })
})
afterAll(() => world.stop())

test('the settings offer the fields of Teamleader with their options', async () => {
  const { items } = await world.get(`/connections/${world.connectionId}/fields?context=invoice`)
  expect(items).toContainEqual(
    expect.objectContaining({
      id: onInvoice.id,
      label: 'Profiel',
      options: expect.arrayContaining([expect.objectContaining({ value: 'Goud' })]),
    }),
  )
  expect(items).not.toContainEqual(expect.objectContaining({ id: onSubscription.id }))
})

test.each(['text', 'id'] as const)('a select chooses by name, with its value sent as %s', async (form) => {
  world.teamleader.control.answers({ selectValueForm: form })
  const seen = await imported({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  expect(seen).toMatchObject({ profile: gold, profileReason: { code: 'invoice_field' }, warning: null })
})

test('the name of a profile counts whatever its case', async () => {
  const seen = await imported({ customFields: [{ id: onInvoice.id, value: 'zilver' }] })
  expect(seen).toMatchObject({ profile: silver, profileReason: { code: 'invoice_field' } })
})

test('the field on the invoice wins from the field on its subscription', async () => {
  const seen = await imported({
    customFields: [{ id: onInvoice.id, value: 'Goud' }],
    subscriptionIds: [subscriptionSaying('zilver')],
  })
  expect(seen).toMatchObject({ profile: gold, profileReason: { code: 'invoice_field' } })
})

test('without a value on the invoice its subscription chooses', async () => {
  const seen = await imported({ subscriptionIds: [subscriptionSaying('zilver')] })
  expect(seen).toMatchObject({
    profile: silver,
    profileReason: { code: 'subscription_field' },
    warning: null,
  })
})

test('several subscriptions that agree choose; those that disagree fall back and warn', async () => {
  const agree = await imported({ subscriptionIds: [subscriptionSaying('Goud'), subscriptionSaying('Goud')] })
  expect(agree).toMatchObject({ profile: gold, warning: null })
  const disagree = await imported({
    subscriptionIds: [subscriptionSaying('Goud'), subscriptionSaying('zilver')],
  })
  expect(disagree).toMatchObject({ profile: standard, warning: { code: 'several_profiles' } })
})

test('the customer’s own profile comes before the connection’s default', async () => {
  const company = world.teamleader.control.addCompany()
  const customer = { type: 'company', id: company.id } as const
  const first = await imported({ customer })
  expect(first).toMatchObject({ profile: standard, profileReason: { code: 'connection' } })
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.updateTable('customers').set({ profileId: gold.id }).where('id', '=', first.customer.id).execute(),
  )
  expect(await imported({ customer })).toMatchObject({ profile: gold, profileReason: { code: 'customer' } })
  const spoken = await imported({ customer, customFields: [{ id: onInvoice.id, value: 'zilver' }] })
  expect(spoken).toMatchObject({ profile: silver, profileReason: { code: 'invoice_field' } })
})

test('an unknown value falls to the next rule and warns on the invoice, the line and in the history', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ customFields: [{ id: onInvoice.id, value: 'Brons' }] })
  await world.drain()
  const seen = await invoiceOf(world, invoice.id)
  expect(seen).toMatchObject({
    profile: standard,
    profileReason: { code: 'connection' },
    warning: { code: 'unknown_profile', title: expect.stringContaining('Brons') },
  })
  expect(await lineOf(world, invoice.id)).toMatchObject({ warning: { code: 'unknown_profile' } })
  expect(await historyOf(world, seen.id)).toContain('invoice.profileUnknown')

  control.editInvoice(invoice.id, { customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  await world.advance(61_000)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ profile: gold, warning: null })
  expect(await lineOf(world, invoice.id)).toMatchObject({ warning: null })
})

test('a default changed later moves no invoice that is in', async () => {
  const seen = await imported({})
  await choose({ defaultProfileId: silver.id })
  await world.app.jobs.runSchedule('nightly')
  await world.drain()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ profile: standard })
  expect(await imported({})).toMatchObject({ profile: silver })
  await choose({ defaultProfileId: standard.id })
})

test('a refusal to show the fields keeps the invoice out, says so, and is retried', async () => {
  const { control } = world.teamleader
  control.replyAlways('invoices.info', { kind: 'status', status: 403 })
  const invoice = control.addInvoice({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('crm_refused')
  control.clearFaults()
  await world.advance(2 * 60_000)
  await world.app.jobs.runSchedule('tick-imports')
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ profile: gold })
})

test('a text field chooses by name and by id', async () => {
  await choose({ invoiceProfileFieldId: asText.id })
  const byName = await imported({ customFields: [{ id: asText.id, value: ' GOUD ' }] })
  expect(byName).toMatchObject({ profile: gold, profileReason: { code: 'invoice_field' } })
  const byId = await imported({ customFields: [{ id: asText.id, value: silver.id }] })
  expect(byId).toMatchObject({ profile: silver, profileReason: { code: 'invoice_field' } })
  const blank = await imported({ customFields: [{ id: asText.id, value: '   ' }] })
  expect(blank).toMatchObject({ profile: standard, warning: null })
})

async function imported(input: NewInvoice): Promise<SeenInvoice> {
  const invoice = world.teamleader.control.addInvoice(input)
  await world.drain()
  return invoiceOf(world, invoice.id)
}

function subscriptionSaying(value: string): string {
  const { control } = world.teamleader
  const company = control.addCompany({ silent: true })
  const customFields = [{ id: onSubscription.id, value }]
  return control.addSubscription({ customer: { type: 'company', id: company.id }, customFields }).id
}

async function choose(options: Record<string, unknown>): Promise<void> {
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, options)
  await world.drain()
}

async function addProfile(name: string): Promise<Profile> {
  const { id } = await world.send<Profile>('POST', '/api/v1/profiles', { name })
  return { id, name }
}
