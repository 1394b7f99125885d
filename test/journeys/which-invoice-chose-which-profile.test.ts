// Promise B10: which invoice chose which profile and why is told with the value that was read; deleted options and fields are named; the two fields are made once
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewInvoice } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

type Choice = {
  id: string
  number: string
  profile: { name: string }
  profileReason: { code: string }
  warning: { code: string; title: string; explanation: string; value: string | null } | null
  readings: { context: string; field: string | null; values: string[] }[]
}
type MadeFields = {
  fields: {
    context: string
    outcome: string
    label: string
    missingOptions: string[]
    detail: string | null
  }[]
  problem: { code: string; title: string; explanation: string } | null
}
type Options = { invoiceProfileFieldId: string | null; subscriptionProfileFieldId: string | null }

let world: TestApp
let onInvoice: { id: string }
let onSubscription: { id: string }

beforeAll(async () => {
  world = await createTestApp()
  const { control } = world.teamleader
  for (const name of ['Goud', 'Zilver']) await world.send('POST', '/api/v1/profiles', { name })
  const type = 'single_select'
  const options = ['Goud', 'Zilver', 'Brons']
  onInvoice = control.addCustomField({ label: 'Profiel', type, context: 'invoice', options })
  onSubscription = control.addCustomField({
    label: 'Contractprofiel',
    type,
    context: 'subscription',
    options,
  })
})
afterAll(() => world.stop())

test('without a chosen field nothing is read, and the page says so', async () => {
  const plain = await imported({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  expect(plain).toMatchObject({ profileReason: { code: 'connection' }, warning: null, readings: [] })
})

test('each invoice tells its reason, the fields that were read and what they said', async () => {
  await choose({ invoiceProfileFieldId: onInvoice.id, subscriptionProfileFieldId: onSubscription.id })
  const byInvoice = await imported({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  expect(byInvoice).toMatchObject({ profile: { name: 'Goud' }, profileReason: { code: 'invoice_field' } })
  expect(byInvoice.readings).toEqual([
    { context: 'invoice', field: 'Profiel', values: ['Goud'] },
    { context: 'subscription', field: 'Contractprofiel', values: [] },
  ])
  const disagree = await imported({
    subscriptionIds: [subscriptionSaying('Goud'), subscriptionSaying('Zilver')],
  })
  expect(disagree).toMatchObject({
    profileReason: { code: 'connection' },
    warning: { code: 'several_profiles', value: expect.stringContaining('Zilver') },
  })
  expect(disagree.readings[1]?.values.toSorted()).toEqual(['Goud', 'Zilver'])
  const none = await imported({})
  expect(none.readings.map(({ values }) => values)).toEqual([[], []])
})

test('filters and counts by reason, by warning and by profile', async () => {
  const unknown = await imported({ customFields: [{ id: onInvoice.id, value: 'Brons' }] })
  expect(await numbersOf('warning=unknown_profile')).toEqual([unknown.number])
  expect(await numbersOf('chosenBy=invoice_field')).toHaveLength(1)
  expect(await numbersOf('warning=true')).toHaveLength(2)
  expect(await numbersOf(`q=${encodeURIComponent(unknown.number)}&chosenBy=invoice_field`)).toEqual([])
  const { all, warned, reasons, warnings } = await world.get<Summary>('/profile-choices/summary')
  expect({ all, warned }).toEqual({ all: 5, warned: 2 })
  expect(Object.fromEntries(reasons.map(({ code, count }) => [code, count]))).toEqual({
    invoice_field: 1,
    subscription_field: 0,
    customer: 0,
    connection: 4,
  })
  expect(Object.fromEntries(warnings.map(({ code, count }) => [code, count]))).toEqual({
    several_profiles: 1,
    unknown_profile: 1,
  })
})

type Counted = { code: string; title: string; count: number }
type Summary = { all: number; warned: number; reasons: Counted[]; warnings: Counted[] }

test('what is read again and says the same writes nothing; another value is told at once', async () => {
  const { control } = world.teamleader
  const { id: externalId } = control.addInvoice({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  await world.drain()
  const before = await readingVersions()
  control.editInvoice(externalId, { note: 'nothing that we keep' })
  await world.advance(61_000)
  expect(await readingVersions()).toEqual(before)
  control.editInvoice(externalId, { customFields: [{ id: onInvoice.id, value: 'Zilver' }] })
  await world.advance(61_000)
  const [first] = await choicesOf(`profileId=${await profileId('Zilver')}`)
  expect(first?.readings[0]?.values).toEqual(['Zilver'])
})

test('a profile that is added later counts when a person refreshes the invoice', async () => {
  const unknown = await imported({ customFields: [{ id: onInvoice.id, value: 'Brons' }] })
  await world.send('POST', '/api/v1/profiles', { name: 'Brons' })
  await world.advance(3_600_000)
  await world.send('POST', `/api/v1/invoices/${unknown.id}/refresh`)
  expect((await choicesOf(`q=${encodeURIComponent(unknown.number)}`))[0]).toMatchObject({
    profile: { name: 'Brons' },
    warning: null,
  })
  const { items } = await world.get<{ items: { id: string; name: string }[] }>('/profiles')
  const brons = items.find(({ name }) => name === 'Brons')
  await world.send('PATCH', `/api/v1/profiles/${brons?.id}`, { name: 'Was Brons' })
})

test('a choice that was deleted in Teamleader is called that, not unknown', async () => {
  world.teamleader.control.removeCustomFieldOption(onInvoice.id, 'Brons')
  const seen = await imported({ customFields: [{ id: onInvoice.id, value: 'Brons' }] })
  expect(seen).toMatchObject({
    profileReason: { code: 'connection' },
    warning: { code: 'deleted_option', title: 'Deleted choice', value: 'Brons' },
  })
})

test('a field that was deleted is named on the invoice and in the check of the connection', async () => {
  world.teamleader.control.removeCustomField(onSubscription.id)
  const seen = await imported({})
  expect(seen).toMatchObject({ warning: { code: 'missing_field' } })
  expect(seen.readings[1]).toEqual({ context: 'subscription', field: null, values: [] })
  const named = await imported({ customFields: [{ id: onInvoice.id, value: 'Goud' }] })
  expect(named).toMatchObject({ profileReason: { code: 'invoice_field' }, warning: null })
  const { checks } = await world.get<{ checks: { check: string; ok: boolean; code: string }[] }>(
    `/connections/${world.connectionId}/check`,
  )
  expect(checks).toContainEqual(
    expect.objectContaining({ check: 'profile', ok: false, code: 'profile_field_gone' }),
  )
})

test('the settings show what each option names', async () => {
  const { items } = await world.get(`/connections/${world.connectionId}/fields?context=invoice`)
  const field = items.find(({ id }) => id === onInvoice.id)
  expect(field).toMatchObject({
    kind: 'select',
    options: [
      { value: 'Goud', profile: { name: 'Goud' } },
      { value: 'Zilver', profile: { name: 'Zilver' } },
    ],
  })
})

test('a right that is missing is said in words, and nothing is chosen', async () => {
  await choose({ invoiceProfileFieldId: null, subscriptionProfileFieldId: null })
  world.teamleader.control.replyAlways('customFieldDefinitions.create', { kind: 'status', status: 403 })
  const { fields, problem } = await makeFields()
  expect(fields.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  expect(problem).toMatchObject({ code: 'not_permitted', explanation: expect.stringContaining('by hand') })
  expect(await chosenFields()).toEqual({ invoiceProfileFieldId: null, subscriptionProfileFieldId: null })
  world.teamleader.control.clearFaults()
})

test('an answer that is lost after a field was made makes no second one: it is found at the next press', async () => {
  const { control } = world.teamleader
  control.replyOnce('customFieldDefinitions.create', { kind: 'reset', afterWork: true })
  const path = `/api/v1/connections/${world.connectionId}/custom-fields`
  expect((await world.visitor.request('POST', path)).status).toBe(503)
  expect(await fieldsCalled('Vorder profile')).toEqual({ invoice: 1, subscription: 0 })
  expect((await makeFields()).fields.map(({ outcome }) => outcome)).toEqual(['found', 'made'])
  expect(await fieldsCalled('Vorder profile')).toEqual({ invoice: 1, subscription: 1 })
  for (const context of ['invoice', 'subscription'])
    for (const { id } of await fieldsOf(context, 'Vorder profile')) control.removeCustomField(id)
  await choose({ invoiceProfileFieldId: null, subscriptionProfileFieldId: null })
})

test('the two fields are made with the profiles as choices, and chosen; pressed twice at once, still two', async () => {
  const path = `/api/v1/connections/${world.connectionId}/custom-fields`
  const both = await Promise.all([world.visitor.request('POST', path), world.visitor.request('POST', path)])
  expect(both.map(({ status }) => status)).toContain(200)
  expect(both.filter(({ status }) => ![200, 409].includes(status))).toEqual([])
  expect(await fieldsCalled('Vorder profile')).toEqual({ invoice: 1, subscription: 1 })
  const again = await makeFields()
  expect(again.fields.map(({ outcome }) => outcome)).toEqual(['kept', 'kept'])
  const chosen = await chosenFields()
  expect(chosen.invoiceProfileFieldId).not.toBeNull()
  const seen = await imported({ customFields: [{ id: chosen.invoiceProfileFieldId ?? '', value: 'Zilver' }] })
  expect(seen).toMatchObject({ profile: { name: 'Zilver' }, readings: [{ field: 'Vorder profile' }, {}] })
})

test('fields that were made and not chosen any more are found again, with the choices that they lack', async () => {
  await choose({ invoiceProfileFieldId: null, subscriptionProfileFieldId: null })
  await world.send('POST', '/api/v1/profiles', { name: 'Platina' })
  const { fields, problem } = await makeFields()
  expect(fields.map(({ outcome, missingOptions }) => [outcome, missingOptions])).toEqual([
    ['found', ['Platina']],
    ['found', ['Platina']],
  ])
  expect(problem).toMatchObject({ code: 'missing_options' })
  expect(await fieldsCalled('Vorder profile')).toEqual({ invoice: 1, subscription: 1 })
})

test('whoever was killed while the fields were made blocks nobody for longer than two minutes', async () => {
  await choose({ invoiceProfileFieldId: null, subscriptionProfileFieldId: null })
  const until = new Date(world.ctx.now().getTime() + 120_000)
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.updateTable('connections').set({ makingFieldsUntil: until }).execute(),
  )
  const path = `/api/v1/connections/${world.connectionId}/custom-fields`
  const refused = await world.visitor.request('POST', path)
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'fields_being_made' } } })
  await world.advance(121_000)
  expect((await makeFields()).fields.map(({ outcome }) => outcome)).toEqual(['found', 'found'])
})

async function fieldsCalled(label: string): Promise<{ invoice: number; subscription: number }> {
  const countOf = async (context: string) => (await fieldsOf(context, label)).length
  return { invoice: await countOf('invoice'), subscription: await countOf('subscription') }
}

async function fieldsOf(context: string, label: string): Promise<{ id: string }[]> {
  const path = `/connections/${world.connectionId}/fields?context=${context}`
  const { items } = await world.get<{ items: { id: string; label: string }[] }>(path)
  return items.filter((field) => field.label === label)
}

function makeFields(): Promise<MadeFields> {
  return world.send<MadeFields>('POST', `/api/v1/connections/${world.connectionId}/custom-fields`)
}

async function chosenFields(): Promise<Options> {
  const { items } = await world.get<{ items: Options[] }>('/connections')
  const [connection] = items
  if (!connection) throw new Error('There is no connection')
  const { invoiceProfileFieldId, subscriptionProfileFieldId } = connection
  return { invoiceProfileFieldId, subscriptionProfileFieldId }
}

async function imported(input: NewInvoice): Promise<Choice> {
  const { id } = world.teamleader.control.addInvoice(input)
  await world.drain()
  const { items } = await world.get<{ items: { invoiceId: string }[] }>(`/import-lines?q=${id}`)
  const seen = (await choicesOf('limit=200')).find((choice) => choice.id === items[0]?.invoiceId)
  if (!seen) throw new Error('The invoice stands in no line of the page')
  return seen
}

async function choicesOf(query: string): Promise<Choice[]> {
  return (await world.get<{ items: Choice[] }>(`/profile-choices?${query}`)).items
}

async function numbersOf(query: string): Promise<string[]> {
  return (await choicesOf(query)).map(({ number }) => number)
}

async function profileId(name: string): Promise<string> {
  const { items } = await world.get<{ items: { id: string; name: string }[] }>('/profiles')
  return items.find((profile) => profile.name === name)?.id ?? ''
}

/** As PostgreSQL versions the rows: whatever is written, even unchanged, gets another version. */
async function readingVersions(): Promise<unknown> {
  const { ctx } = world
  return ctx.database.transaction(ctx.scope, (db) =>
    db.selectFrom('profileReadings').select(['invoiceId', 'readAt']).orderBy('invoiceId').execute(),
  )
}

function subscriptionSaying(value: string): string {
  const { control } = world.teamleader
  const company = control.addCompany({ silent: true })
  const customFields = [{ id: onSubscription.id, value }]
  return control.addSubscription({ customer: { type: 'company', id: company.id }, customFields }).id
}

async function choose(options: Partial<Options>): Promise<void> {
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, options)
  await world.drain()
}
