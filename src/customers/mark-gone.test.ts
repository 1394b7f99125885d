import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { crmCompany } from '../../test/support/crm-records.ts'
import { inTransaction } from '../context.ts'
import { anonymiseCustomer } from './anonymise-customer.ts'
import { getCustomer } from './get-customer.ts'
import type { KnownCustomer } from './list-known-customers.ts'
import { markGone } from './mark-gone.ts'
import { drawReadTicket, upsertCustomers } from './upsert-customers.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('whoever looked earlier and found nothing does not mark what a later look found', async () => {
  const early = await ticket()
  const customer = await known('11111111-1111-4111-8111-111111111111')
  await mark(customer, early)
  expect((await getCustomer(world.ctx, customer.ownId)).goneCause).toBeNull()
  await mark(customer, await ticket())
  expect((await getCustomer(world.ctx, customer.ownId)).goneCause).toBe('not_found_in_crm')
  await mark(customer, await ticket())
  expect(await kindsOf(customer.ownId)).toEqual(['customer.goneInCrm', 'customer.created'])
})

test('nothing more is told of a customer that was anonymised', async () => {
  const customer = await known('22222222-2222-4222-8222-222222222222')
  await anonymiseCustomer(world.ctx, customer.ownId)
  await mark(customer, await ticket())
  expect((await getCustomer(world.ctx, customer.ownId)).goneCause).toBeNull()
  expect(await kindsOf(customer.ownId)).toEqual(['customer.anonymised', 'customer.created'])
})

function ticket(): Promise<number> {
  return inTransaction(world.ctx, drawReadTicket)
}

async function known(externalId: string): Promise<KnownCustomer> {
  const drawn = await ticket()
  const { connectionId } = world
  const customers = [crmCompany({ externalId })]
  const made = await inTransaction(world.ctx, (tx) =>
    upsertCustomers(tx, { connectionId, customers, ticket: drawn, mode: 'create' }),
  )
  if (!made[0]) throw new Error('No customer was made')
  return made[0]
}

function mark(customer: KnownCustomer, drawn: number): Promise<void> {
  return inTransaction(world.ctx, (tx) =>
    markGone(tx, { customers: [customer], ticket: drawn, cause: 'not_found_in_crm', goneTo: null }),
  )
}

async function kindsOf(id: string): Promise<unknown[]> {
  const { items } = await world.get(`/activities?subjectKind=customer&subjectId=${id}`)
  return items.map(({ kind }) => kind)
}
