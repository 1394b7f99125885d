// Promise A1, A9: a customer is added by hand or picked from the CRM, once, and a number has one owner
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { forCreditor } from '../../src/context.ts'
import { createCustomer } from '../../src/customers/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

type Customer = {
  id: string
  number: string
  name: string
  facts: Record<string, unknown>
  crmFacts: Record<string, unknown> | null
  pinnedFields: string[]
  detailsReadAt: string | null
}

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ switches: { importInvoicesAutomatically: false } })
})
afterAll(() => world.stop())

test('a company with an e-mail and two CC addresses is a customer with the next number', async () => {
  const added = await add({
    facts: {
      companyName: '  Bakkerij Peeters ',
      email: 'info@peeters.example',
      cc: ['boekhouding@peeters.example; An@peeters.example', 'an@peeters.example'],
      language: 'NL',
      country: 'be',
    },
  })
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({
    kind: 'company',
    name: 'Bakkerij Peeters',
    number: 'C00001',
    cc: ['boekhouding@peeters.example', 'An@peeters.example'],
    language: 'nl',
    country: 'BE',
    isLinked: false,
    origin: 'hand',
    crmFacts: null,
    flags: [],
  })
  const { items } = await world.get('/customers')
  expect(items.map(({ name }) => name)).toEqual(['Bakkerij Peeters'])
  const history = await world.get(`/activities?subjectKind=customer&subjectId=${added.body.id}`)
  expect(history.items).toMatchObject([{ kind: 'customer.created', actor: { name: 'Ann Peeters' } }])
})

test('what is wrong is named by its field, and nothing is stored', async () => {
  const before = await count()
  const refused = async (facts: object) => {
    const answer = await add({ facts })
    expect(answer.status).toBe(422)
    return (answer.body as unknown as Refusal).error.fields?.map(({ path }) => path)
  }
  expect(await refused({ email: 'no name' })).toEqual(['email', 'companyName'])
  expect(await refused({ companyName: 'X', cc: ['a@b.example', 'not one'] })).toEqual(['cc'])
  expect(await refused({ companyName: 'x'.repeat(10_000) })).toEqual(['facts.companyName'])
  expect(await refused({ lastName: 'bell\u0007' })).toEqual(['lastName'])
  expect(await count()).toBe(before)
})

test('a number in use is refused and its owner is named; the sequence steps over numbers given by hand', async () => {
  const owner = await add({ facts: { lastName: 'Maes' }, number: 'C00004' })
  const refused = await add({ facts: { lastName: 'Other' }, number: 'C00004' })
  expect(refused).toMatchObject({
    status: 409,
    body: {
      error: { code: 'number_taken', fields: [{ path: 'number' }], details: { customerId: owner.body.id } },
    },
  })
  const next = [await add({ facts: { lastName: 'A' } }), await add({ facts: { lastName: 'B' } })]
  const after = await add({ facts: { lastName: 'C' } })
  expect([...next, after].map(({ body }) => body.number)).toEqual(['C00002', 'C00003', 'C00005'])
  // The import of an invoice takes its numbers from the same sequence.
  await add({ facts: { lastName: 'D' }, number: 'C00006' })
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    importInvoicesAutomatically: true,
  })
  const company = world.teamleader.control.addCompany({ name: 'Garage Maes' })
  world.teamleader.control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  const { items } = await world.get('/customers?q=garage')
  expect(items).toMatchObject([{ number: 'C00007' }])
})

test('a record of the CRM is picked with values changed: those are kept, and pinned where asked', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Slagerij Claes' })
  const added = await add({
    facts: { companyName: 'Slagerij Claes nv', city: 'Gent' },
    link: linkTo(company.id),
    pin: ['companyName'],
  })
  expect(added.status).toBe(201)
  const { facts, crmFacts } = added.body
  expect(crmFacts).toMatchObject({ companyName: 'Slagerij Claes' })
  expect(facts).toMatchObject({ companyName: 'Slagerij Claes nv', city: 'Gent' })
  // What was not said is the record's.
  expect(facts.vatNumber).toBe(crmFacts?.vatNumber)
  expect(added.body).toMatchObject({ isLinked: true, origin: 'crm', pinnedFields: ['companyName'] })
  expect(added.body.detailsReadAt).not.toBeNull()
  const again = await add({ facts: { companyName: 'Once more' }, link: linkTo(company.id) })
  expect(again).toMatchObject({
    status: 409,
    body: { error: { code: 'already_a_customer', details: { customerId: added.body.id } } },
  })
})

test('a record with an address that is none is taken as it is, and flagged', async () => {
  const company = world.teamleader.control.addCompany({ name: 'Drukkerij Jacobs' })
  world.teamleader.control.editCompany(company.id, { emails: [{ type: 'primary', email: 'info at jacobs' }] })
  const added = await add({
    facts: { companyName: 'Drukkerij Jacobs', email: 'info at jacobs' },
    link: linkTo(company.id),
  })
  expect(added).toMatchObject({
    status: 201,
    body: { email: 'info at jacobs', flags: expect.arrayContaining(['invalid_email']) },
  })
})

test('a record that Teamleader does not have is no customer', async () => {
  const refused = await add({ facts: {}, link: linkTo('6ae3b1f0-0000-4000-8000-000000000000') })
  expect(refused.status).toBe(422)
})

test('while Teamleader is down the customer is added all the same, and completed later', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Optiek Visser' })
  control.replyAlways('companies.info', { kind: 'status', status: 503 })
  const added = await add({ facts: { companyName: 'Optiek Visser' }, link: linkTo(company.id) })
  expect(added).toMatchObject({ status: 201, body: { crmFacts: null, detailsReadAt: null } })
  control.clearFaults()
  // Well before the schedule would find it.
  await world.advance(15_000)
  const later = await world.get<Customer>(`/customers/${added.body.id}`)
  expect(later.crmFacts).toMatchObject({ companyName: 'Optiek Visser' })
  expect(later.detailsReadAt).not.toBeNull()
})

test('the same request twice, at once, in two tabs or two processes, is one customer', async () => {
  const second = forCreditor((await other()).ctx, creditorId())
  const input = { facts: { companyName: 'Only Once bv' } }
  const key = 'a-form-that-was-opened-once'
  const answers = await Promise.all([...Array(6)].map(() => add(input, key)))
  const byVerb = await createCustomer(second, { ...input, idempotencyKey: key })
  expect(new Set([...answers.map(({ body }) => body.id), byVerb.id]).size).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  const { items } = await world.get('/customers?q=only+once')
  expect(items).toHaveLength(1)
  expect(await add({ facts: { companyName: 'Another' } }, key)).toMatchObject({
    status: 409,
    body: { error: { code: 'idempotency_key_reused' } },
  })
})

test('one record picked by many at once is one customer, and one number given by many has one owner', async () => {
  const second = forCreditor((await other()).ctx, creditorId())
  const company = world.teamleader.control.addCompany({ name: 'Raced bv' })
  const link = linkTo(company.id)
  const picked = await Promise.all([
    ...[...Array(3)].map(async () => (await add({ facts: {}, link })).status),
    ...[...Array(3)].map(() =>
      createCustomer(second, {
        facts: {},
        link: { connectionId: world.connectionId, type: 'company', externalId: company.id },
      }).then(
        () => 201,
        () => 409,
      ),
    ),
  ])
  expect(picked.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409])
  const numbered = await Promise.all(
    [...Array(5)].map(
      async (_, index) => (await add({ facts: { lastName: `N${index}` }, number: 'X-1' })).status,
    ),
  )
  expect(numbered.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409])
})

test('nothing of all this was written to Teamleader', () => {
  const writes = world.teamleader.journal
    .requests()
    .filter(({ operation }) => /^(companies|contacts)\.(?!info$|list$)/.test(operation))
  expect(writes).toEqual([])
})

type Refusal = { error: { code: string; fields?: { path: string }[] } }

function linkTo(externalId: string) {
  return { connectionId: world.connectionId, externalType: 'company', externalId }
}

/** As the browser does, with a key for the form where one is given. */
async function add(body: object, key?: string): Promise<{ status: number; body: Customer }> {
  if (key === undefined)
    return (await world.visitor.request('POST', '/api/v1/customers', body)) as {
      status: number
      body: Customer
    }
  const answer = await fetch(`${world.url}/api/v1/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await signedIn(), 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Customer }
}

let cookie: Promise<string> | undefined

function signedIn(): Promise<string> {
  cookie ??= fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  }).then((answer) =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  )
  return cookie
}

let secondApp: Promise<App> | undefined

function other(): Promise<App> {
  secondApp ??= world.startSecond()
  return secondApp
}

function creditorId(): string {
  return world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : ''
}

async function count(): Promise<number> {
  const { counts } = await world.get<{ counts: { all: number } }>('/customers/summary')
  return counts.all
}
