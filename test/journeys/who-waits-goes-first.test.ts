// Promise A8, A12, A15: exports, refreshes of many and work in the background leave calls for a person who searches
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { drawReadTicket, upsertCustomers } from '../../src/customers/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { crmCompany } from '../support/crm-records.ts'
import { customerCalls } from '../support/read-customers.ts'

/** Of these an export may use eleven, the background eight. */
const calls = 20

let world: TestApp
beforeEach(async () => {
  const switches = { importInvoicesAutomatically: false, updateCustomersAutomatically: false }
  world = await createTestApp({ switches, callLimit: { calls } })
  await world.advance(120_000)
  world.teamleader.journal.clear()
})
afterEach(() => world.stop())

test('an export of all customers', async () => {
  addCompanies()
  const body = { connectionId: world.connectionId, details: 'whole' }
  const run = await world.send<{ id: string }>('POST', '/api/v1/customer-exports', body)
  await staysWithin(run.id)
})

test('a refresh of all customers', async () => {
  await know(addCompanies(), { isWhole: true })
  const body = { selection: { filter: {} }, action: 'refresh' }
  const { run } = await world.send<{ run: { id: string } }>('POST', '/api/v1/customers/bulk', body)
  await staysWithin(run.id)
})

test('reading the whole records of customers that came in by a list', async () => {
  await know(addCompanies(), { isWhole: false })
  await world.advance(11_000)
  expect(customerCalls(world)).toEqual({ 'companies.info': 8 })
  expect(await search()).toBeNull()
})

/** It uses its share up at once and waits; meanwhile a person is answered. */
async function staysWithin(runId: string): Promise<void> {
  const working = world.drain()
  const asked = () => Object.values(customerCalls(world)).reduce((sum, count) => sum + count, 0)
  await expect.poll(asked, { interval: 5, timeout: 10_000 }).toBe(11)
  for (let searches = 0; searches < 4; searches += 1) expect(await search()).toBeNull()
  expect(customerCalls(world)['companies.info']).toBeLessThanOrEqual(10)
  await world.send('POST', `/api/v1/long-runs/${runId}/cancel`)
  await world.advance(62_000)
  await working
}

async function search(): Promise<unknown> {
  return (await world.get<{ problem: unknown }>('/crm-customers?q=Bakkerij')).problem
}

function addCompanies(): string[] {
  return Array.from(
    { length: 30 },
    (_, index) => world.teamleader.control.addCompany({ name: `NV ${index}` }).id,
  )
}

/** As they were long ago. */
async function know(ids: readonly string[], { isWhole }: { isWhole: boolean }): Promise<void> {
  const { connectionId } = world
  const customers = ids.map((externalId) => crmCompany({ externalId, isWhole }))
  await inTransaction(world.ctx, async (tx) =>
    upsertCustomers(tx, { connectionId, customers, ticket: await drawReadTicket(tx), mode: 'create' }),
  )
}
