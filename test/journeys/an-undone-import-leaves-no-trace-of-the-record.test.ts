// Promise A1, A13: an import that linked customers is taken back with all that it brought of their records
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getConnection } from '../../src/connections/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'
import { customerById, customerCalls, type SeenCustomer } from '../support/read-customers.ts'

let world: TestApp
let door: FileDoor
let account: string
beforeAll(async () => {
  world = await createTestApp()
  door = fileDoor(world)
  account = (await getConnection(world.ctx, { connectionId: world.connectionId })).accountExternalId
})
afterAll(() => world.stop())

const days = 24 * 3_600_000

test('linked by a file, taken back, and linked to another record: that one is read, however long it rests', async () => {
  const { control } = world.teamleader
  const resting = control.addCompany({ name: 'Rustend NV', language: 'fr' })
  await world.advance(30 * days)
  const fresh = control.addCompany({ name: 'Vers NV' })
  const customer = await added('LINK-1')
  const first = await door.upload('first.csv', linking('LINK-1', fresh.id))
  await door.work(first.id, 'import')
  await world.advance(60_000)
  expect(await customerById(world, customer.id)).toMatchObject({
    externalId: fresh.id,
    webUrl: expect.stringContaining(fresh.id),
  })

  expect(await door.work(first.id, 'undo')).toMatchObject({ counts: { restored: 1, kept: 0 } })
  expect(await customerById(world, customer.id)).toMatchObject({
    isLinked: false,
    crmFacts: null,
    webUrl: null,
    goneCause: null,
    pinnedFields: [],
  })
  const second = await door.upload('second.csv', linking('LINK-1', resting.id))
  await door.work(second.id, 'import')
  await world.advance(60_000)
  expect(await customerById(world, customer.id)).toMatchObject({
    externalId: resting.id,
    crmFacts: { companyName: 'Rustend NV', language: 'fr' },
    detailsReadAt: expect.any(String),
  })
  world.teamleader.journal.clear()
  await world.advance(600_000)
  expect(customerCalls(world)).toEqual({})
})

test('a deactivated record is forgotten with the link', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Gestopt NV' })
  control.deactivate({ type: 'company', id: company.id })
  const customer = await added('LINK-2')
  const file = await door.upload('stopped.csv', linking('LINK-2', company.id))
  await door.work(file.id, 'import')
  await world.advance(60_000)
  expect((await customerById(world, customer.id)).goneCause).toBe('deactivated')
  await door.work(file.id, 'undo')
  expect(await customerById(world, customer.id)).toMatchObject({ isLinked: false, goneCause: null })
})

test('a pin is a change by hand: the customer stays', async () => {
  const company = world.teamleader.control.addCompany({ name: 'Vastgezet NV' })
  const file = await door.upload(
    'pinned.csv',
    `name,crm_source,crm_account,crm_type,crm_id\nVastgezet NV,teamleader,${account},company,${company.id}\n`,
  )
  await door.work(file.id, 'import')
  const [row] = await door.rows(file.id)
  const path = `/api/v1/customers/${row?.customerId}/pins`
  await world.send('POST', path, { field: 'companyName', isPinned: true })
  expect(await door.work(file.id, 'undo')).toMatchObject({ counts: { deleted: 0, kept: 1 } })
  expect((await customerById(world, String(row?.customerId))).pinnedFields).toEqual(['companyName'])
})

test('what Teamleader changed since the import stays as it is there; the rest is put back', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Verhuisd NV' })
  const link = { connectionId: world.connectionId, externalType: 'company', externalId: company.id }
  const body = { facts: {}, number: 'LINK-4', link }
  const { id } = await world.send<SeenCustomer>('POST', '/api/v1/customers', body)
  const file = await door.upload('moved.csv', 'customer_number,city,mobile\nLINK-4,Brugge,+32 470 00 00 00\n')
  await door.work(file.id, 'import')
  expect((await customerById(world, id)).facts).toMatchObject({ city: 'Brugge', mobile: '+32 470 00 00 00' })
  control.editCompany(company.id, {
    addresses: [
      {
        type: 'primary',
        address: { line1: 'Meir 1', postalCode: '2000', city: 'Antwerpen', country: 'BE', addressee: null },
      },
    ],
    telephones: [{ type: 'mobile', number: '+32 470 00 00 00' }],
  })
  await world.advance(61_000)
  expect((await customerById(world, id)).facts.city).toBe('Antwerpen')
  expect(await door.work(file.id, 'undo')).toMatchObject({ counts: { restored: 1 } })
  expect((await customerById(world, id)).facts).toMatchObject({ city: 'Antwerpen', mobile: null })
})

test('a row with the number of a customer that was merged away is about the survivor', async () => {
  const [kept, gone] = [await added('KEPT-1'), await added('GONE-1')]
  await world.send('POST', `/api/v1/customers/${kept.id}/merge`, { otherId: gone.id, take: {} })
  const file = await door.upload('merged.csv', 'customer_number,city\nGONE-1,Luik\n')
  expect(await door.work(file.id, 'import')).toMatchObject({ counts: { update: 1, create: 0, refuse: 0 } })
  expect(await customerById(world, kept.id)).toMatchObject({ number: 'KEPT-1', facts: { city: 'Luik' } })
  const twice = await door.upload('twice.csv', 'customer_number,city\nGONE-1,Namen\nKEPT-1,Bergen\n')
  expect(await door.work(twice.id, 'import')).toMatchObject({ counts: { update: 1, refuse: 1 } })
})

function added(number: string): Promise<SeenCustomer> {
  return world.send('POST', '/api/v1/customers', { facts: { companyName: 'Los NV' }, number })
}

function linking(number: string, externalId: string): string {
  return `customer_number,crm_source,crm_account,crm_type,crm_id\n${number},teamleader,${account},company,${externalId}\n`
}
