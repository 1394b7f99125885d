// Promise A4, A16: a customer is edited by hand, becomes a person without its company name, and keeps what is pinned
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

type Customer = {
  id: string
  kind: string
  name: string
  number: string
  facts: Record<string, unknown>
  crmFacts: Record<string, unknown>
  pinnedFields: string[]
}
type Activity = { kind: string; data: Record<string, unknown>; actor: { name: string | null } }

let world: TestApp
let companyId: string
let id: string
beforeAll(async () => {
  world = await createTestApp()
  companyId = world.teamleader.control.addCompany({ name: 'Immo Dubois' }).id
  const link = { connectionId: world.connectionId, externalType: 'company', externalId: companyId }
  id = (await world.send<Customer>('POST', '/api/v1/customers', { facts: {}, link })).id
})
afterAll(() => world.stop())

test('clearing the company name makes a person of it, filling it in makes it a company again', async () => {
  const hand = await world.send<Customer>('POST', '/api/v1/customers', {
    facts: { companyName: 'Wouters bv', firstName: 'Els', lastName: 'Wouters' },
  })
  expect(hand).toMatchObject({ kind: 'company', name: 'Wouters bv' })
  const person = await world.send<Customer>('PATCH', `/api/v1/customers/${hand.id}`, {
    facts: { companyName: '' },
  })
  expect(person).toMatchObject({ kind: 'person', name: 'Els Wouters', facts: { companyName: null } })
  expect((await world.get('/customers?kind=person')).items).toMatchObject([{ id: hand.id }])
  const again = await world.send<Customer>('PATCH', `/api/v1/customers/${hand.id}`, {
    facts: { companyName: 'W' },
  })
  expect(again.kind).toBe('company')
})

test('an edit says in the history what was before and what is now, and nothing when nothing changed', async () => {
  await edit({ facts: { city: 'Namur', cc: ['a@x.example;b@x.example'] } })
  const [line] = await history()
  expect(line).toMatchObject({ kind: 'customer.edited', actor: { name: 'Ann Peeters' } })
  const lines = (await history()).length
  await edit({ facts: { city: ' Namur ', cc: ['a@x.example', 'b@x.example'] } })
  expect(await history()).toHaveLength(lines)
})

test('fields that are not named stay as they are', async () => {
  const before = (await world.get<Customer>(`/customers/${id}`)).facts
  await edit({ facts: { mobile: '+32 470 12 34 56' } })
  expect((await world.get<Customer>(`/customers/${id}`)).facts).toEqual({
    ...before,
    mobile: '+32 470 12 34 56',
  })
})

test('what is wrong is named by its field; what the CRM sent wrong does not stand in the way', async () => {
  const { control } = world.teamleader
  control.editCompany(companyId, { emails: [{ type: 'primary', email: 'not an address' }] })
  await world.drain()
  expect((await world.get<Customer>(`/customers/${id}`)).facts.email).toBe('not an address')
  await edit({ facts: { email: 'not an address', postalCode: '5000' } })
  const refused = await world.visitor.request('PATCH', `/api/v1/customers/${id}`, {
    facts: { email: 'nor this' },
  })
  expect(refused).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'email' }] } } })
})

test('the number can be changed, but not to one in use', async () => {
  const other = await world.send<Customer>('POST', '/api/v1/customers', { facts: { lastName: 'Lambert' } })
  const refused = await world.visitor.request('PATCH', `/api/v1/customers/${id}`, { number: other.number })
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { code: 'number_taken', details: { customerId: other.id } } },
  })
  expect((await edit({ number: 'KL-7' })).number).toBe('KL-7')
  expect((await edit({ number: 'KL-7' })).number).toBe('KL-7')
})

test('a profile of its own is one that exists', async () => {
  const profile = await world.send<{ id: string }>('POST', '/api/v1/profiles', { name: 'Patient' })
  expect(await edit({ profileId: profile.id })).toMatchObject({
    profile: { id: profile.id, name: 'Patient' },
  })
  expect((await world.get(`/customers?profileId=${profile.id}`)).items).toHaveLength(1)
  const refused = await world.visitor.request('PATCH', `/api/v1/customers/${id}`, { profileId: 'prf_none' })
  expect(refused).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'profileId' }] } } })
  expect(await edit({ profileId: null })).toMatchObject({ profile: null })
})

test('an edit that is pinned at once survives the next change in Teamleader; one that is not follows it', async () => {
  const { control } = world.teamleader
  await edit({ facts: { companyName: 'Immo Dubois & fils' }, pin: ['companyName'] })
  await edit({ facts: { language: 'en' } })
  control.editCompany(companyId, { name: 'Immo Dubois SRL', language: 'fr' })
  await world.advance(61_000)
  const after = await world.get<Customer>(`/customers/${id}`)
  expect(after.facts).toMatchObject({ companyName: 'Immo Dubois & fils', language: 'fr' })
  expect(after.crmFacts).toMatchObject({ companyName: 'Immo Dubois SRL' })
  expect(after.pinnedFields).toEqual(['companyName'])
})

test('unpinning takes over what Teamleader says at once, and pinning keeps what stands there', async () => {
  const unpinned = await pin('companyName', false)
  expect(unpinned).toMatchObject({ pinnedFields: [], facts: { companyName: 'Immo Dubois SRL' } })
  const [last] = await history()
  expect(last?.kind).toBe('customer.unpinned')
  const { facts } = await edit({ facts: { postalCode: '5001' } })
  const pinned = await pin('postalCode', true)
  expect(pinned).toMatchObject({ pinnedFields: ['postalCode'], facts })
  expect((await pin('postalCode', true)).pinnedFields).toEqual(['postalCode'])
  const kinds = (await history()).slice(0, 2).map(({ kind }) => kind)
  expect(kinds).toEqual(['customer.pinned', 'customer.edited'])
})

test('without a record in the CRM there is nothing to pin', async () => {
  const hand = await world.send<Customer>('POST', '/api/v1/customers', { facts: { lastName: 'Dupont' } })
  const refused = await world.visitor.request('POST', `/api/v1/customers/${hand.id}/pins`, {
    field: 'city',
    isPinned: true,
  })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'not_linked' } } })
})

function edit(body: object): Promise<Customer> {
  return world.send('PATCH', `/api/v1/customers/${id}`, body)
}

function pin(field: string, isPinned: boolean): Promise<Customer> {
  return world.send('POST', `/api/v1/customers/${id}/pins`, { field, isPinned })
}

async function history(): Promise<Activity[]> {
  const page = await world.get<{ items: Activity[] }>(`/activities?subjectKind=customer&subjectId=${id}`)
  return page.items
}
