// Promise A17: deleted, merged or deactivated in Teamleader: the customer stays, is marked, and says why
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { customerById, customerNamed, type SeenCustomer } from '../support/read-customers.ts'
import { historyOf, invoiceCount } from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('deactivated, and back: it says so, its facts and invoices stay', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Rustend NV')
  control.deactivate({ type: 'company', id: companyId })
  await world.advance(61_000)
  const resting = await customerById(world, customer.id)
  expect(resting).toMatchObject({ name: 'Rustend NV', goneCause: 'deactivated', invoiceCount: 1 })
  expect(resting.gone?.title).toBe('Deactivated in Teamleader')
  control.editCompany(companyId, { status: 'active' })
  await world.advance(61_000)
  expect(await customerById(world, customer.id)).toMatchObject({ goneCause: null, gone: null })
  expect(await historyOf(world, customer.id)).toEqual([
    'customer.created',
    'customer.deactivatedInCrm',
    'customer.backInCrm',
  ])
})

test('deleted: it stays with its invoices and says so once, however often it is told', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Verwijderd NV')
  const invoices = await invoiceCount(world)
  control.deleteCompany(companyId)
  await world.drain()
  control.webhooks.announce('company.updated', companyId)
  control.webhooks.announce('company.deleted', companyId)
  await world.advance(61_000)
  const gone = await customerById(world, customer.id)
  expect(gone).toMatchObject({
    name: 'Verwijderd NV',
    email: customer.email,
    goneCause: 'not_found_in_crm',
    gone: { title: 'No longer in Teamleader' },
    invoiceCount: 1,
  })
  expect(await invoiceCount(world)).toBe(invoices)
  expect(await historyOf(world, customer.id)).toEqual(['customer.created', 'customer.goneInCrm'])
})

test('merged there: the one that lost says into which, because its invoices moved there', async () => {
  const { control } = world.teamleader
  const loser = await customerOfCompany('Dubbel NV')
  const winner = await customerOfCompany('Origineel NV')
  control.mergeCompanies(winner.companyId, loser.companyId)
  await world.drain()
  const lost = await customerById(world, loser.customer.id)
  expect(lost).toMatchObject({ name: 'Dubbel NV', goneCause: 'merged_in_crm', invoiceCount: 1 })
  expect(lost.gone?.title).toBe('Merged into Origineel NV in Teamleader')
  expect(await customerById(world, winner.customer.id)).toMatchObject({ goneCause: null, invoiceCount: 1 })
})

test('refreshed by hand it is found out too', async () => {
  const { control } = world.teamleader
  const { companyId, customer } = await customerOfCompany('Stil Verdwenen NV')
  control.webhooks.next({ lose: 1 })
  control.deleteCompany(companyId)
  const { changes, customer: after } = await world.send<{ changes: unknown[]; customer: SeenCustomer }>(
    'POST',
    `/api/v1/customers/${customer.id}/refresh`,
  )
  expect(changes).toEqual([])
  expect(after).toMatchObject({ name: 'Stil Verdwenen NV', goneCause: 'not_found_in_crm' })
})

test('a forged deletion marks nobody: Teamleader is asked, and has the record', async () => {
  const { companyId, customer } = await customerOfCompany('Levend NV')
  world.teamleader.control.webhooks.announce('company.deleted', companyId)
  await world.drain()
  expect((await customerById(world, customer.id)).goneCause).toBeNull()
})

async function customerOfCompany(name: string): Promise<{ companyId: string; customer: SeenCustomer }> {
  const { control } = world.teamleader
  const company = control.addCompany({ name })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  await world.advance(61_000)
  return { companyId: company.id, customer: await customerNamed(world, name) }
}
