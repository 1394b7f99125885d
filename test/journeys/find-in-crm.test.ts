// Promise A8: Find in CRM matches names, e-mail addresses and VAT numbers, shows who is a customer, and fills the form
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { customerCalls, customerNamed } from '../support/read-customers.ts'

type Found = {
  items: {
    connectionId: string
    externalType: string
    externalId: string
    name: string
    kind: string
    city: string | null
    email: string | null
    vatNumber: string | null
    isActive: boolean
    customerId: string | null
  }[]
  problem: { code: string; title: string; explanation: string } | null
}

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterEach(() => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.setLatency(0)
  world.teamleader.control.setRateLimit(200)
})
afterAll(() => world.stop())

test('companies and persons come in one list, the name that begins so first, then a word of it, then the e-mail', async () => {
  const { control } = world.teamleader
  control.addCompany({ name: 'Oude Bakkerij Janssens' })
  control.addCompany({ name: 'Bakkerij Peeters' })
  control.addContact({ firstName: 'Bakim', lastName: 'Zoute' })
  control.addContact({ firstName: 'Jan', lastName: 'Bakelants' })
  control.addCompany({ name: 'Slagerij Ba', email: 'bak@slager.example' })
  control.addCompany({ name: 'Bakkerij Gesloten', status: 'deactivated' })
  const { items, problem } = await find('bak')
  expect(problem).toBeNull()
  expect(items.map(({ name }) => name)).toEqual([
    'Bakim Zoute',
    'Bakkerij Peeters',
    'Jan Bakelants',
    'Oude Bakkerij Janssens',
    'Slagerij Ba',
  ])
  expect(items[1]).toMatchObject({ kind: 'company', city: 'Gent', isActive: true, customerId: null })
})

test.each([
  ['as Teamleader keeps it', 'BE0899623035'],
  ['with dots and spaces', 'BE 0899.623.035'],
  ['without the country', '0899 623 035'],
])('a VAT number %s finds its company', async (_how, term) => {
  const { control } = world.teamleader
  const name = `Btw ${term}`
  control.addCompany({ name, vatNumber: 'BE0899623035' })
  expect((await find(term)).items.map((item) => item.name)).toContain(name)
})

test('an e-mail address that the search itself does not find is looked for as a main address', async () => {
  const { control, journal } = world.teamleader
  control.addContact({ firstName: 'An', lastName: 'Adres', email: 'an.adres@mail.example' })
  control.replyOnce('contacts.list', { kind: 'patch', patch: { data: [] } })
  journal.clear()
  expect((await find('an.adres@mail.example')).items).toMatchObject([{ name: 'An Adres' }])
  expect(customerCalls(world)).toEqual({ 'companies.list': 2, 'contacts.list': 2 })
})

test('a first and a last name together find the person, also beside a company of that name', async () => {
  const { control } = world.teamleader
  control.addContact({ firstName: 'Mieke', lastName: 'Van den Eynde' })
  control.addContact({ firstName: 'Mieke', lastName: 'Claes' })
  control.addCompany({ name: 'Mieke Van den Eynde BV' })
  expect((await find('mieke van den')).items.map(({ name }) => name)).toEqual([
    'Mieke Van den Eynde',
    'Mieke Van den Eynde BV',
  ])
})

test('who is a customer already is marked, as the survivor where two were merged here', async () => {
  const { control } = world.teamleader
  const [one, two] = [control.addCompany({ name: 'Klant Een' }), control.addCompany({ name: 'Klant Twee' })]
  for (const { id } of [one, two]) control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  const survivor = await customerNamed(world, 'Klant Een')
  const other = await customerNamed(world, 'Klant Twee')
  await world.send('POST', `/api/v1/customers/${survivor.id}/merge`, { otherId: other.id, take: {} })
  const { items } = await find('klant')
  expect(items.map(({ name, customerId }) => [name, customerId])).toEqual([
    ['Klant Een', survivor.id],
    ['Klant Twee', survivor.id],
  ])
})

test('a pick fills the form with the whole record, flags what looks odd, and stores nothing', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({
    name: 'Vul Mij In NV',
    email: 'geen adres',
    invoicingEmails: ['a@x.example', 'b@x.example'],
    addresses: [
      {
        type: 'invoicing',
        address: {
          line1: 'Postbus 4',
          postalCode: '1000',
          city: 'Brussel',
          country: 'BE',
          addressee: 'Boekhouding',
        },
      },
    ],
  })
  const before = await world.get('/customers/summary')
  const draft = await world.get(`/crm-customers/${world.connectionId}/company/${company.id}`)
  expect(draft).toMatchObject({
    facts: {
      companyName: 'Vul Mij In NV',
      email: 'geen adres',
      cc: ['a@x.example', 'b@x.example'],
      invoicingAddressee: 'Boekhouding',
      invoicingCity: 'Brussel',
    },
    isActive: true,
    customerId: null,
    flags: ['invalid_email'],
  })
  expect(await world.get('/customers/summary')).toEqual(before)
  const missing = `/api/v1/crm-customers/${world.connectionId}/company/11111111-1111-4111-8111-111111111111`
  expect(await world.visitor.request('GET', missing)).toMatchObject({ status: 404 })
})

test('one letter asks nothing', async () => {
  const { journal } = world.teamleader
  journal.clear()
  expect(await find(' b ')).toEqual({ items: [], problem: null })
  expect(customerCalls(world)).toEqual({})
})

test.each([
  [{ kind: 'status', status: 503 } as const, 'away', 'Teamleader is niet bereikbaar'],
  [{ kind: 'html' } as const, 'unreadable', 'Teamleader gaf een onbegrijpelijk antwoord'],
  [{ kind: 'status', status: 403 } as const, 'not_permitted', 'Teamleader toont zijn klanten niet'],
])(
  'one list fails (%j): the other one is shown, with the reason in the reader’s language',
  async (fault, code, title) => {
    const { control } = world.teamleader
    control.addContact({ firstName: 'Toch', lastName: `Gevonden ${code}` })
    control.replyAlways('companies.list', fault)
    const answer = await world.visitor.download(`/api/v1/crm-customers?q=${code}`, {
      'accept-language': 'nl-BE',
    })
    expect(answer.status).toBe(200)
    const { items, problem } = (await answer.json()) as Found
    expect(problem).toMatchObject({ code, title })
    expect(items.map(({ name }) => name)).toEqual([`Toch Gevonden ${code}`])
  },
)

test('a record that cannot be read hides no other', async () => {
  const { control } = world.teamleader
  control.addCompany({ name: 'Kapot Een' })
  control.addContact({ firstName: 'Kapot', lastName: 'Twee' })
  control.replyAlways('companies.list', { kind: 'patch', patch: { 'data.0.name': { not: 'text' } } })
  expect((await find('kapot')).items.map(({ name }) => name)).toEqual(['Kapot Twee'])
})

test('a list that hangs: after three seconds a person has what is there', async () => {
  const { control } = world.teamleader
  control.addContact({ firstName: 'Snel', lastName: 'Gevonden' })
  control.replyAlways('companies.list', { kind: 'hang' })
  const { items, problem } = await find('snel')
  expect(problem?.code).toBe('slow')
  expect(items.map(({ name }) => name)).toEqual(['Snel Gevonden'])
})

test('the budget is used up: it says so, and the other calls of the business are left alone', async () => {
  const { control, journal } = world.teamleader
  control.replyAlways('companies.list', { kind: 'status', status: 429 })
  expect((await find('druk')).problem?.code).toBe('busy')
  journal.clear()
  control.clearFaults()
  // Teamleader named no end of its pause: until it is over nothing is asked.
  expect((await find('druk')).problem?.code).toMatch(/busy|slow/)
  expect(customerCalls(world)).toEqual({})
  await world.advance(61_000)
  expect((await find('druk')).problem).toBeNull()
})

test('the browser goes away: what is under way ends, and nothing more is asked', async () => {
  const { control, journal } = world.teamleader
  journal.clear()
  for (const list of ['companies.list', 'contacts.list']) control.replyOnce(list, { kind: 'slow', ms: 400 })
  const leaving = new AbortController()
  // Nobody has this address: both lists would be asked a second time, for exactly it.
  const path = '/api/v1/crm-customers?q=weg%40nergens.example'
  const asking = world.visitor.download(path, {}, leaving.signal)
  await expect.poll(() => control.faults()).toEqual([])
  leaving.abort()
  await expect(asking).rejects.toThrow()
  // A search that begins now and is as slow ends after the first one would have gone on.
  for (const list of ['companies.list', 'contacts.list']) control.replyOnce(list, { kind: 'slow', ms: 400 })
  await find('nergens')
  expect(customerCalls(world)).toEqual({ 'companies.list': 2, 'contacts.list': 2 })
})

test('a token that is refused for good: it says that Teamleader has to be connected again', async () => {
  world.teamleader.control.revokeTokens()
  expect((await find('iemand')).problem?.code).toBe('reconnect_needed')
  expect((await find('iemand')).problem?.code).toBe('reconnect_needed')
})

function find(term: string): Promise<Found> {
  return world.get<Found>(`/crm-customers?q=${encodeURIComponent(term)}`)
}
