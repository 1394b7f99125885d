// Promise A1, A9: a customer is added by hand or picked from the CRM, once, and a number has one owner
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('a company by hand', async () => {
  const added = await world.send<Record<string, unknown>>('POST', '/api/v1/customers', {
    facts: { companyName: '  Bakkerij Peeters ', email: 'info@peeters.example', cc: ['a@x.example; b@x.example'] },
  })
  expect(added).toMatchObject({ kind: 'company', name: 'Bakkerij Peeters', number: 'C00001', cc: ['a@x.example', 'b@x.example'], isLinked: false, origin: 'hand' })
  const { items } = await world.get('/customers?q=peeters')
  expect(items).toHaveLength(1)
  expect(await world.get('/customers/summary')).toEqual({ counts: { all: 1, company: 1, person: 0, withoutEmail: 0, withOpen: 0 } })
})
