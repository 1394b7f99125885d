// Promise A8: Find in CRM matches names, e-mail addresses and VAT numbers, shows who is a customer, and fills the form
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

type Found = {
  items: {
    connectionId: string
    externalType: string
    externalId: string
    name: string
    customerId: string | null
  }[]
  problem: { code: string; title: string } | null
}

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('companies and persons come in one list, the name that begins so first', async () => {
  const { control } = world.teamleader
  control.addCompany({ name: 'Oude Bakkerij Janssens' })
  control.addCompany({ name: 'Bakkerij Peeters' })
  control.addContact({ firstName: 'Bakim', lastName: 'Zoute' })
  control.addContact({ firstName: 'Jan', lastName: 'Bakelants' })
  control.addCompany({ name: 'Slagerij Ba', email: 'bak@slager.example' })
  const { items, problem } = await find('bak')
  expect(problem).toBeNull()
  expect(items.map(({ name }) => name)).toEqual([
    'Bakim Zoute',
    'Bakkerij Peeters',
    'Jan Bakelants',
    'Oude Bakkerij Janssens',
    'Slagerij Ba',
  ])
})

function find(term: string): Promise<Found> {
  return world.get<Found>(`/crm-customers?q=${encodeURIComponent(term)}`)
}
