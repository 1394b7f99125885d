// Promise A3, A4, A5, A11: an invoice brings its customer: each field as Teamleader shows it, the invoicing e-mails as CC
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { customerNamed } from '../support/read-customers.ts'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

const mainAddress = {
  type: 'primary' as const,
  address: { line1: 'Kerkstraat 1 bus 2', postalCode: '9000', city: 'Gent', country: 'BE', addressee: null },
}
const invoicingAddress = {
  type: 'invoicing' as const,
  address: {
    line1: 'Postbus 4',
    postalCode: '1000',
    city: 'Brussel',
    country: 'BE',
    addressee: 'T.a.v. boekhouding',
  },
}
/** Most customers came in by a list; after this long their own record was read. */
const completedMs = 60_000

test('a company, every field of it, and its invoicing e-mails beside the main one', async () => {
  const company = world.teamleader.control.addCompany({
    name: 'Bakkerij  Ó Súilleabháin & Zn. NV',
    email: 'info@bakkerij.example',
    invoicingEmails: ['facturen@bakkerij.example', 'boekhouding@bakkerij.example'],
    telephones: [
      { type: 'phone', number: '09 123 45 67' },
      { type: 'mobile', number: '+32 470 12 34 56' },
    ],
    language: 'fr',
    addresses: [invoicingAddress, mainAddress],
    vatNumber: 'BE0899623035',
    nationalIdentificationNumber: '0899.623.035',
    peppolId: '0208:0899623035',
  })
  await invoiceFor({ type: 'company', id: company.id })
  const customer = await customerNamed(world, company.name)
  expect(customer).toMatchObject({
    kind: 'company',
    origin: 'invoice',
    isLinked: true,
    externalId: company.id,
    flags: [],
  })
  const facts = {
    companyName: 'Bakkerij  Ó Súilleabháin & Zn. NV',
    firstName: null,
    lastName: null,
    email: 'info@bakkerij.example',
    cc: ['facturen@bakkerij.example', 'boekhouding@bakkerij.example'],
    mobile: '+32 470 12 34 56',
    language: 'fr',
    addressLine: 'Kerkstraat 1 bus 2',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
    invoicingAddressee: 'T.a.v. boekhouding',
    invoicingAddressLine: 'Postbus 4',
    invoicingPostalCode: '1000',
    invoicingCity: 'Brussel',
    invoicingCountry: 'BE',
    vatNumber: 'BE0899623035',
    enterpriseNumber: '0899.623.035',
    peppolId: '0208:0899623035',
  }
  expect(customer.facts).toEqual(facts)
  expect(customer.crmFacts).toEqual(facts)
  expect(customer.webUrl).toContain(company.id)
})

test('a person, with the VAT number that only the record itself shows, and no CC', async () => {
  const person = world.teamleader.control.addContact({
    firstName: 'Zoë',
    lastName: 'Van den Broeck',
    email: 'zoe@mail.example',
    vatNumber: 'BE0123456749',
    addresses: [mainAddress, invoicingAddress],
  })
  await invoiceFor({ type: 'contact', id: person.id })
  const customer = await customerNamed(world, 'Zoë Van den Broeck')
  expect(customer).toMatchObject({ kind: 'person', email: 'zoe@mail.example', cc: [] })
  expect(customer.facts).toMatchObject({
    companyName: null,
    firstName: 'Zoë',
    lastName: 'Van den Broeck',
    vatNumber: 'BE0123456749',
    invoicingCity: 'Brussel',
  })
})

test('what looks odd is kept as it is and flagged, never refused and never a crash', async () => {
  const { control } = world.teamleader
  const person = control.addContact({ firstName: null, lastName: 'Sukarno', email: null })
  const company = control.addCompany({
    name: 'Grieks BV',
    email: 'not an address',
    language: 'gr',
    addresses: [{ ...mainAddress, address: { ...mainAddress.address, country: 'XX' } }],
    vatNumber: 'BE0899623036',
  })
  await invoiceFor({ type: 'contact', id: person.id })
  await invoiceFor({ type: 'company', id: company.id })
  expect(await customerNamed(world, 'Sukarno')).toMatchObject({ kind: 'person', flags: ['no_email'] })
  const odd = await customerNamed(world, 'Grieks BV')
  expect(odd.facts).toMatchObject({
    email: 'not an address',
    language: 'gr',
    country: 'XX',
    vatNumber: 'BE0899623036',
  })
  expect(odd.flags.sort()).toEqual([
    'invalid_email',
    'invalid_vat_number',
    'unknown_country',
    'unknown_language',
  ])
})

test.each([
  ['several entries', 'many'],
  ['one entry with a semicolon', 'joined'],
] as const)(
  'several invoicing addresses as %s are as many addresses in CC',
  async (_form, invoicingEmailsAs) => {
    const { control } = world.teamleader
    control.answers({ invoicingEmailsAs })
    const name = `Veel Adressen ${invoicingEmailsAs}`
    const company = control.addCompany({ name, invoicingEmails: ['a@x.example', 'b@x.example'] })
    await invoiceFor({ type: 'company', id: company.id })
    expect((await customerNamed(world, name)).cc).toEqual(['a@x.example', 'b@x.example'])
    control.answers({ invoicingEmailsAs: 'many' })
  },
)

test('the whole record is read once, in the background, a few at a time: as many calls as customers, and not one more', async () => {
  const { control, journal } = world.teamleader
  const ids = Array.from({ length: 40 }, (_, index) => control.addCompany({ name: `Veel ${index}` }).id)
  for (const id of ids) control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  journal.clear()
  // A few at a time, so that it is never in the way of a person who waits.
  await world.advance(11_000)
  expect(journal.requests({ operation: 'companies.info' })).toHaveLength(35)
  await world.advance(31_000)
  await world.advance(600_000)
  expect(journal.requests({ operation: 'companies.info' })).toHaveLength(40)
})

test('a record that cannot be read is left alone after one try, and says so', async () => {
  const { control, journal } = world.teamleader
  const company = control.addCompany({ name: 'Onleesbaar NV' })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  control.replyAlways('companies.info', { kind: 'patch', patch: { 'data.emails': 'none' } })
  await world.advance(completedMs)
  journal.clear()
  await world.advance(600_000)
  expect(journal.requests({ operation: 'companies.info' })).toEqual([])
  control.clearFaults()
  const customer = await customerNamed(world, 'Onleesbaar NV')
  expect(customer.detailsReadAt).toBeNull()
  expect(await historyOf(world, customer.id)).toEqual(['customer.created', 'customer.refreshFailed'])
})

test('without the right to see records nobody is given up: three calls a try, and all is well when the right is back', async () => {
  const { control, journal } = world.teamleader
  const ids = Array.from({ length: 10 }, (_, index) => control.addCompany({ name: `Geheim ${index}` }).id)
  for (const id of ids) control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  control.replyAlways('companies.info', { kind: 'status', status: 403 })
  journal.clear()
  await world.advance(completedMs)
  expect(journal.requests({ operation: 'companies.info' })).toHaveLength(3)
  control.clearFaults()
  await world.app.jobs.runSchedule('tick-customers')
  await world.advance(completedMs)
  expect((await customerNamed(world, 'Geheim 9')).detailsReadAt).not.toBeNull()
})

test('disconnected nothing more is read; connected again the rest follows, and what a person wrote meanwhile stays', async () => {
  const { control, journal } = world.teamleader
  const { id } = control.addCompany({ name: 'Halfweg NV', addresses: [mainAddress, invoicingAddress] })
  control.addInvoice({ customer: { type: 'company', id } })
  await world.drain()
  await world.send('POST', `/api/v1/connections/${world.connectionId}/disconnect`)
  journal.clear()
  await world.advance(completedMs)
  expect(journal.requests({ operation: 'companies.info' })).toEqual([])
  const { id: customerId } = await customerNamed(world, 'Halfweg NV')
  await world.send('PATCH', `/api/v1/customers/${customerId}`, { facts: { city: 'Eigen stad' } })
  await world.visitor.connectTeamleader()
  await world.app.jobs.runSchedule('tick-customers')
  await world.drain()
  const customer = await customerNamed(world, 'Halfweg NV')
  expect(customer.facts).toMatchObject({ city: 'Eigen stad', invoicingCity: 'Brussel' })
  expect(customer.crmFacts).toMatchObject({ city: 'Gent', invoicingCity: 'Brussel' })
})

async function invoiceFor(customer: { type: 'company' | 'contact'; id: string }): Promise<void> {
  const invoice = world.teamleader.control.addInvoice({ customer })
  await world.drain()
  await invoiceOf(world, invoice.id)
  await world.advance(completedMs)
}
