import { expect, test } from 'vitest'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

test('a company has invoicing addresses and e-mails, a person only a primary e-mail', async () => {
  const sandbox = await openTestSandbox()
  const company = sandbox.control.addCompany({
    email: 'a@b.example',
    invoicingEmails: ['x@b.example', 'y@b.example'],
  })
  const person = sandbox.control.addContact({ vatNumber: 'BE0711909059' })
  const emails = async () =>
    (await sandbox.info('companies.info', company.id)).emails as Array<{ type: string; email: string }>
  expect((await emails()).map(({ type }) => type)).toEqual(['primary', 'invoicing', 'invoicing'])
  sandbox.control.answers({ invoicingEmailsAs: 'one' })
  expect((await emails()).map(({ email }) => email)).toEqual(['a@b.example', 'x@b.example'])
  sandbox.control.answers({ invoicingEmailsAs: 'joined' })
  expect((await emails()).at(-1)?.email).toBe('x@b.example;y@b.example')
  const refused = { last_name: 'X', emails: [{ type: 'invoicing', email: 'a@b.example' }] }
  expect((await sandbox.call('contacts.add', refused)).status).toBe(400)
  const [item] = await sandbox.list('contacts.list')
  expect(item).not.toHaveProperty('vat_number')
  expect(await sandbox.info('contacts.info', person.id)).toMatchObject({ vat_number: 'BE0711909059' })
})

test('the list has the primary address, info all of them; custom fields of the list only when asked', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addCompany()
  const [plain] = await sandbox.list('companies.list')
  expect(plain).toHaveProperty('primary_address.city', 'Gent')
  expect(plain).not.toHaveProperty('addresses')
  expect(plain).not.toHaveProperty('custom_fields')
  const [full] = await sandbox.list('companies.list', { includes: 'custom_fields' })
  expect(full).toHaveProperty('custom_fields')
  expect(await sandbox.info('companies.info', id)).toMatchObject({ addresses: [{ type: 'primary' }] })
})

test('term, status, VAT number, tags, change and company find customers', async () => {
  const sandbox = await openTestSandbox({ now: () => new Date('2026-11-21T12:00:00Z') })
  const { control } = sandbox
  const zoe = control.addCompany({ name: 'Café Zoë', vatNumber: 'BE0899623035', tags: ['a', 'b'] })
  control.addCompany({ name: 'Other', tags: ['a'], status: 'deactivated' })
  const names = async (filter: object) =>
    (await sandbox.list('companies.list', { filter })).map(({ name }) => name)
  expect(await names({ term: 'zoë' })).toEqual(['Café Zoë'])
  expect(await names({ vat_number: 'BE0899623035' })).toEqual(['Café Zoë'])
  expect(await names({ tags: ['a', 'b'] })).toEqual(['Café Zoë'])
  expect(await names({ status: 'deactivated' })).toEqual(['Other'])
  control.clock.advance(1000)
  control.editCompany(zoe.id, { website: 'https://zoe.example' })
  expect(await names({ updated_since: '2026-11-21T12:00:01+00:00' })).toEqual(['Café Zoë'])
  const linked = control.addContact({
    companies: [{ companyId: zoe.id, position: null, decisionMaker: true }],
  })
  control.addContact()
  const people = async (filter: object) =>
    (await sandbox.list('contacts.list', { filter })).map(({ id }) => id)
  expect(await people({ company_id: zoe.id })).toEqual([linked.id])
  expect(await people({ company_id: null })).toHaveLength(1)
})

test('lists are replaced as a whole; custom fields stay with the partial strategy', async () => {
  const sandbox = await openTestSandbox()
  const make = (label: string) =>
    sandbox.control.addCustomField({ label, type: 'single_line', context: 'company' }).id
  const [one, two] = [make('One'), make('Two')]
  const { id } = sandbox.control.addCompany({ customFields: [{ id: one, value: '1' }], tags: ['old'] })
  const update = (change: object) => sandbox.call('companies.update', { id, ...change })
  await update({
    tags: ['new'],
    custom_fields: [{ id: two, value: '2' }],
    custom_fields_update_strategy: 'partial',
  })
  expect(await sandbox.info('companies.info', id)).toMatchObject({
    tags: ['new'],
    custom_fields: [{ value: '1' }, { value: '2' }],
  })
  await update({ custom_fields: [{ id: two, value: '3' }] })
  expect(await sandbox.info('companies.info', id)).toMatchObject({ custom_fields: [{ value: '3' }] })
})
