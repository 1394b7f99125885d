// Promise A1, N4: a customer without invoices can be deleted; with invoices only its personal details are removed
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'
import { invoiceOf } from '../support/read-ledger.ts'

type Customer = { id: string; number: string; name: string; anonymisedAt: string | null }

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp()
  door = fileDoor(world)
})
afterAll(() => world.stop())

test('a customer without invoices is gone, its history says so, and its number can be given again', async () => {
  const { id, number } = await hand({ lastName: 'Lambert' })
  expect(await status('DELETE', `/api/v1/customers/${id}`)).toBe(204)
  expect(await status('GET', `/api/v1/customers/${id}`)).toBe(404)
  expect(await status('DELETE', `/api/v1/customers/${id}`)).toBe(404)
  expect((await world.get('/customers')).items).toEqual([])
  const { items } = await world.get(`/activities?subjectKind=customer&subjectId=${id}`)
  expect(items[0]).toMatchObject({ kind: 'customer.deleted' })
  const again = await world.visitor.request('POST', '/api/v1/customers', {
    facts: { lastName: 'New' },
    number,
  })
  expect(again.status).toBe(201)
})

test('with an invoice it is not deleted, also when the invoice is that of a customer merged into it', async () => {
  const { customerId } = await invoiced('Tuinaanleg Martin')
  expect(await status('DELETE', `/api/v1/customers/${customerId}`)).toBe(409)
  const company = world.teamleader.control.addCompany({ name: 'Martin' })
  const link = { connectionId: world.connectionId, externalType: 'company', externalId: company.id }
  const { id } = await world.send<Customer>('POST', '/api/v1/customers', { facts: {}, link })
  // Both are linked: the one without invoices of its own stays.
  await world.send('POST', `/api/v1/customers/${id}/merge`, { otherId: customerId, take: {} })
  const refused = await world.visitor.request('DELETE', `/api/v1/customers/${id}`)
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'has_invoices' } } })
  expect(await status('GET', `/api/v1/customers/${id}`)).toBe(200)
})

test('a customer that took over another one without invoices is deleted with it', async () => {
  const [one, two] = [await hand({ lastName: 'Aa' }), await hand({ lastName: 'Bb' })]
  await world.send('POST', `/api/v1/customers/${one.id}/merge`, { otherId: two.id, take: {} })
  expect(await status('DELETE', `/api/v1/customers/${one.id}`)).toBe(204)
  expect(await status('GET', `/api/v1/customers/${two.id}`)).toBe(404)
})

test('anonymised nothing of the person is left with the customer or in its history, and no refresh brings it back', async () => {
  const { contactId, customerId, invoiceId } = await invoicedPerson('Sofie', 'Verstrepen')
  const twin = await hand({ firstName: 'Sofie', lastName: 'Verstrepen', email: 'sofie@verstrepen.example' })
  await world.send('POST', `/api/v1/customers/${customerId}/merge`, {
    otherId: twin.id,
    take: { email: 'other' },
  })
  await world.send('PATCH', `/api/v1/customers/${customerId}`, { facts: { city: 'Verstrepenstad' } })
  const { number } = await world.get<Customer>(`/customers/${customerId}`)
  const file = await door.upload(
    'verstrepen.csv',
    `customer_number,last_name,street\n${number},Verstrepen,Verstrepenlaan\n`,
  )
  await door.work(file.id, 'preview')
  await door.work(file.id, 'import')
  const before = await world.get<Customer>(`/customers/${customerId}`)
  const gone = await world.send<Customer>('POST', `/api/v1/customers/${customerId}/anonymise`)
  expect(gone).toMatchObject({
    id: customerId,
    number: before.number,
    name: '',
    crmFacts: null,
    merges: [],
    flags: [],
  })
  expect(gone.anonymisedAt).not.toBeNull()

  world.teamleader.control.editContact(contactId, { lastName: 'Verstrepen-Maes' })
  await world.advance(61_000)
  world.teamleader.control.addInvoice({ customer: { type: 'contact', id: contactId } })
  await world.advance(61_000)
  const told = JSON.stringify([
    await world.get(`/customers/${customerId}`),
    await world.get(`/customers/${twin.id}`),
    await world.get('/customers'),
    await world.get('/activities?limit=200&subjectKind=customer'),
    // Rows that no page shows: of the customer that was merged into it, and of the file.
    await rowsOf('customers'),
    await rowsOf('customer_import_rows'),
  ])
  expect(told).not.toContain('Verstrepen')
  expect(told).not.toContain('verstrepen')
  expect((await world.get('/customers?q=verstrepen')).items).toEqual([])
  expect(await door.rows(file.id)).toMatchObject([{ outcome: 'update', name: number, changes: [] }])
  expect(await door.work(file.id, 'undo')).toMatchObject({ counts: { restored: 0, kept: 1 } })
  // What happened is still told, by the number.
  const { items } = await world.get<{ items: { kind: string; title: string }[] }>(
    `/activities?subjectKind=customer&subjectId=${customerId}`,
  )
  expect(items.map(({ title }) => title)).toContain(`Customer ${twin.number} merged into ${number}`)
  expect(items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['customer.anonymised', 'customer.edited', 'customer.merged', 'customer.created']),
  )
  // The invoice is as it was: the law wants it kept, with whom it was for.
  expect((await invoiceOf(world, invoiceId)).customerName).toContain('Verstrepen')
})

test('an anonymised customer is neither edited, nor pinned, nor merged; anonymising it again changes nothing', async () => {
  const { customerId } = await invoicedPerson('Jan', 'Janssens')
  const first = await world.send<Customer>('POST', `/api/v1/customers/${customerId}/anonymise`)
  const other = await hand({ lastName: 'Other' })
  const path = `/api/v1/customers/${customerId}`
  expect(await status('PATCH', path, { facts: { city: 'Gent' } })).toBe(409)
  expect(await status('POST', `${path}/pins`, { field: 'city', isPinned: true })).toBe(409)
  expect(await status('POST', `${path}/merge`, { otherId: other.id, take: {} })).toBe(409)
  const bulk = { selection: { ids: [customerId] }, action: 'setLanguage', language: 'fr' }
  expect(await world.send('POST', '/api/v1/customers/bulk', bulk)).toEqual({ changed: 0 })
  const again = await world.send<Customer>('POST', `${path}/anonymise`)
  expect(again.anonymisedAt).toBe(first.anonymisedAt)
})

async function rowsOf(table: string): Promise<unknown[]> {
  const { rows } = await world.ctx.database.owner.query(`select * from ${table}`)
  return rows
}

function hand(facts: object): Promise<Customer> {
  return world.send('POST', '/api/v1/customers', { facts })
}

async function invoiced(name: string) {
  const { control } = world.teamleader
  const company = control.addCompany({ name })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  return { customerId: (await invoiceOf(world, invoice.id)).customer.id }
}

async function invoicedPerson(firstName: string, lastName: string) {
  const { control } = world.teamleader
  const contact = control.addContact({ firstName, lastName })
  const invoice = control.addInvoice({ customer: { type: 'contact', id: contact.id } })
  await world.drain()
  const { customer } = await invoiceOf(world, invoice.id)
  return { contactId: contact.id, customerId: customer.id, invoiceId: invoice.id }
}

async function status(method: string, path: string, body?: object): Promise<number> {
  return (await world.visitor.request(method, path, body)).status
}
