// Promise B15: why an invoice is missing is answered from the ledger and present facts, with the one thing that helps
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { failCauses, skipCauses } from '../../src/imports/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

type Diagnosis = {
  externalId: string | null
  number: string | null
  lineId: string | null
  invoiceId: string | null
  webUrl: string | null
  verdict: { code: string; title: string; explanation: string; remedy: string }
  facts: string[]
  chronology: { at: string; kind: 'told' | 'asked' | 'decided'; text: string }[]
  remedy: { kind: string; label: string } | null
  diagnostic: string
}

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterEach(async () => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.webhooks.next({ lose: 0 })
  await settings({ importInvoicesAutomatically: true, departmentExternalIds: null })
  await world.drain()
})
afterAll(() => world.stop())

const minute = 60_000
const met = new Set<string>()

test('draft: it is still one, and Teamleader is where it is booked', async () => {
  const invoice = world.teamleader.control.addInvoice({ status: 'draft' })
  await world.drain()
  const found = await why(`https://focus.teamleader.eu/invoice_detail.php?id=${invoice.id}`)
  expect(found).toMatchObject({ verdict: { code: 'draft' }, remedy: { kind: 'open_in_crm' } })
  expect(found.webUrl).toContain(invoice.id)
})

test('paid: with the day on which it was paid there', async () => {
  const invoice = world.teamleader.control.addInvoice({ status: 'matched' })
  await world.drain()
  const found = await why(invoice.number)
  expect(found).toMatchObject({ verdict: { code: 'paid' }, remedy: { kind: 'open_in_crm' } })
  expect(found.facts.join()).toContain('Paid in Teamleader on ')
})

test('credited, zero, negative: from the amounts that Teamleader has now', async () => {
  const { control } = world.teamleader
  const credited = control.addInvoice({ status: 'draft', total: 5_000 })
  control.webhooks.next({ lose: 9 })
  control.bookInvoice(credited.id)
  control.creditInvoice(credited.id)
  control.webhooks.next({ lose: 0 })
  const others = [control.addInvoice({ total: 0 }), control.addInvoice({ total: -700 })]
  await world.drain()
  expect(await why(credited.id)).toMatchObject({ verdict: { code: 'credited' } })
  expect(await why(others[0]?.id)).toMatchObject({ verdict: { code: 'zero_amount' } })
  expect(await why(others[1]?.id)).toMatchObject({ verdict: { code: 'negative_amount' } })
})

test('the amount was zero and is raised: the cause is gone, and one press brings it in', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 0 })
  await world.drain()
  control.webhooks.next({ lose: 1 })
  control.setInvoiceTotal(invoice.id, 4_200)
  await world.drain()
  const found = await why(invoice.number)
  expect(found).toMatchObject({ verdict: { code: 'changed_since' }, remedy: { kind: 'retry' } })
  expect(found.facts.join()).toMatch(/The amount was zero on .*20\d\d/)
  await world.send('POST', `/api/v1/import-lines/${found.lineId}/retry`)
  expect(await why(invoice.number)).toMatchObject({
    verdict: { code: 'already_here' },
    remedy: { kind: 'open_invoice' },
    invoiceId: expect.any(String),
  })
})

test('another department is chosen: the settings are where that is changed', async () => {
  const { control } = world.teamleader
  const [first, second] = control.departments()
  await settings({ departmentExternalIds: [first?.id ?? ''] })
  const invoice = control.addInvoice({ departmentId: second?.id ?? '', invoiceDate: '2019-09-09' })
  await world.drain()
  const found = await why(invoice.id)
  expect(found).toMatchObject({
    verdict: { code: 'department_not_chosen' },
    remedy: { kind: 'open_settings' },
  })
})

test('an equal number in two departments is two answers', async () => {
  const { control } = world.teamleader
  const departments = control.departments().slice(0, 2)
  const made = departments.map(({ id }) =>
    control.addInvoice({
      departmentId: id,
      invoiceDate: '2001-01-01',
      total: id === departments[0]?.id ? 100 : 0,
    }),
  )
  await world.drain()
  const items = await ask('2001/1')
  expect(new Set(items.map((item) => item.externalId))).toEqual(new Set(made.map(({ id }) => id)))
  expect(items.map((item) => item.verdict.code).toSorted()).toEqual(['already_here', 'zero_amount'])
})

test('deleted there; not visible yet; not to be found', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  control.deleteInvoice(draft.id)
  await world.drain()
  expect(await why(draft.id)).toMatchObject({ verdict: { code: 'deleted_in_crm' }, remedy: null })
  const hidden = '7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4b'
  control.webhooks.announce('invoice.booked', hidden)
  await world.drain()
  const soon = await why(hidden)
  expect(soon).toMatchObject({ verdict: { code: 'not_visible_yet' }, remedy: { kind: 'retry' } })
  expect(soon.facts.join()).toContain('Vorder looks again on ')
  for (let look = 0; look < 5; look += 1) await tickAfter(61 * minute)
  expect(await why(hidden)).toMatchObject({ verdict: { code: 'not_found_in_crm' } })
})

test('what cannot be read or stored says so, now as then', async () => {
  const { control } = world.teamleader
  for (const operation of ['invoices.list', 'invoices.info'])
    control.replyAlways(operation, { kind: 'patch', patch: { 'data.*.total': null, 'data.total': null } })
  const unreadable = control.addInvoice()
  await world.drain()
  expect(await why(unreadable.id)).toMatchObject({ verdict: { code: 'unreadable_invoice' } })
  control.clearFaults()
  const poison = control.addInvoice({ purchaseOrderNumber: 'PO \u0000 7' })
  await world.drain()
  expect(await why(poison.id)).toMatchObject({
    verdict: { code: 'cannot_be_stored' },
    remedy: { kind: 'retry' },
  })
  control.replyAlways('companies.list', { kind: 'patch', patch: { 'data.*.updated_at': 'never' } })
  const company = control.addCompany()
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  expect(await why(invoice.id)).toMatchObject({ verdict: { code: 'unreadable_customer' } })
})

test('while Teamleader is down or refuses, the ledger answers and says that it is alone', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  control.replyAlways('*', { kind: 'status', status: 503 })
  const known = await why(draft.id)
  expect(known.verdict.code).toBe('draft')
  expect(known.facts[0]).toContain('could not be asked just now')
  const waiting = control.addInvoice()
  await world.drain()
  expect(await why(waiting.id)).toMatchObject({
    verdict: { code: 'crm_unavailable' },
    remedy: { kind: 'retry' },
  })
  expect(await why('2050/1')).toMatchObject({ verdict: { code: 'cannot_be_asked' }, remedy: null })
  control.clearFaults()
  control.replyAlways('*', { kind: 'status', status: 403 })
  expect(await why(waiting.id)).toMatchObject({ verdict: { code: 'crm_refused' } })
  control.clearFaults()
  await world.advance(10 * minute)
  expect(await why(waiting.id)).toMatchObject({ verdict: { code: 'already_here' } })
})

test('a number that nobody knows is called that', async () => {
  const [found, ...more] = await ask('2050/1')
  expect(more).toEqual([])
  expect(found).toMatchObject({ verdict: { code: 'unknown_number' }, remedy: null, externalId: null })
  expect(await ask('   ')).toEqual([])
})

test('switched off; never told: each offers to import just this one', async () => {
  const { control } = world.teamleader
  control.webhooks.next({ lose: 2 })
  const untold = control.addInvoice({ total: 2_200 })
  await world.drain()
  await importAsOffered(untold, 'never_told')
  await settings({ importInvoicesAutomatically: false })
  await world.drain()
  const off = control.addInvoice({ total: 1_100 })
  await world.drain()
  await importAsOffered(off, 'switched_off')
})

async function importAsOffered(invoice: { id: string; number: string | null }, code: string): Promise<void> {
  const before = await invoiceCount(world)
  const found = await why(invoice.number)
  expect(found).toMatchObject({ verdict: { code }, remedy: { kind: 'import' } })
  const asked = { connectionId: world.connectionId, externalIds: [found.externalId] }
  await world.send('POST', '/api/v1/invoice-imports', asked)
  await world.drain()
  expect(await why(invoice.number)).toMatchObject({ verdict: { code: 'already_here' } })
  expect(await invoiceCount(world)).toBe(before + 1)
}

test('what happened stands in order: told, asked, decided; the copy holds no secret and no customer', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Zeer Geheim NV', email: 'baas@zeergeheim.example' })
  const invoice = control.addInvoice({ status: 'draft', customer: { type: 'company', id: company.id } })
  await world.drain()
  control.bookInvoice(invoice.id)
  await world.drain()
  const { id } = await invoiceOf(world, invoice.id)
  for (const question of [invoice.id, id]) {
    const found = await why(question)
    const times = found.chronology.map((step) => step.at)
    expect(times).toEqual(times.toSorted())
    expect(found.chronology.map((step) => step.text).join('\n')).toMatch(
      /invoice\.drafted[\s\S]*Still a draft[\s\S]*invoice\.booked[\s\S]*Imported from Teamleader[\s\S]*just now: it is there/,
    )
    expect(found.diagnostic).toContain(invoice.id)
    for (const secret of await secrets()) expect(found.diagnostic).not.toContain(secret)
    expect(found.diagnostic).not.toContain('Geheim')
  }
})

test('a look changes nothing', async () => {
  const { control, journal } = world.teamleader
  control.webhooks.next({ lose: 2 })
  const invoice = control.addInvoice()
  await world.drain()
  const before = [await world.get('/import-lines'), await world.get('/activities')]
  journal.clear()
  expect((await why(invoice.id)).verdict.code).toBe('never_told')
  expect([await world.get('/import-lines'), await world.get('/activities')]).toEqual(before)
  expect(journal.requests().filter(({ operation }) => !/\.(list|info)$/.test(operation))).toEqual([])
})

test('in three languages', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 0 })
  await world.drain()
  const line = await lineOf(world, invoice.id)
  expect(line.outcome).toBe('skipped')
  const said: string[] = []
  for (const language of ['en', 'nl', 'fr']) {
    const answer = await fetch(`${world.url}/api/v1/diagnosis?q=${invoice.id}`, {
      headers: { cookie: await cookie(), 'accept-language': language },
    })
    const { items } = (await answer.json()) as { items: Diagnosis[] }
    said.push(JSON.stringify([items[0]?.verdict.title, items[0]?.facts, items[0]?.remedy]))
  }
  expect(new Set(said).size).toBe(3)
})

test('access refused for good, then disconnected: connect again', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  control.revokeTokens()
  await world.drain()
  expect(await why(invoice.id)).toMatchObject({
    verdict: { code: 'reconnect_needed' },
    remedy: { kind: 'reconnect' },
  })
  await world.send('POST', `/api/v1/connections/${world.connectionId}/disconnect`)
  await world.drain()
  expect(await why(invoice.id)).toMatchObject({
    verdict: { code: 'connection_off' },
    remedy: { kind: 'reconnect' },
  })
  await world.visitor.connectTeamleader()
})

test('every cause of the ledger has been diagnosed here', () => {
  expect([...skipCauses, ...failCauses].filter((cause) => !met.has(cause))).toEqual([])
})

async function ask(text: string): Promise<Diagnosis[]> {
  const { items } = await world.get<{ items: Diagnosis[] }>(`/diagnosis?q=${encodeURIComponent(text)}`)
  return items
}

/** The one answer; whatever it says, it is said in words and with all its parts. */
async function why(text: string | null | undefined): Promise<Diagnosis> {
  const [found, ...more] = await ask(text ?? '')
  expect(more).toEqual([])
  if (!found) throw new Error(`No answer to ${text}`)
  met.add(found.verdict.code)
  for (const part of [found.verdict.title, found.verdict.explanation, found.verdict.remedy])
    expect(part.length).toBeGreaterThan(5)
  expect(found.facts.length + found.chronology.length).toBeGreaterThan(0)
  expect(found.diagnostic).toContain(`verdict: ${found.verdict.code}`)
  return found
}

function settings(change: Record<string, unknown>): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, change)
}

async function secrets(): Promise<string[]> {
  const [hook] = world.teamleader.control.webhooks.registered()
  return [
    new URL(hook?.url ?? '').pathname.split('/').at(-1) ?? 'none',
    'Bearer',
    world.teamleader.clientSecret,
  ]
}

async function cookie(): Promise<string> {
  const answer = await fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function tickAfter(ms: number): Promise<void> {
  await world.advance(ms)
  await world.app.jobs.runSchedule('tick-imports')
  await world.drain()
}
