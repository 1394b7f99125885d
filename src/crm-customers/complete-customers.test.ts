import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { customerCalls, customerNamed } from '../../test/support/read-customers.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('a record at which Teamleader fails holds nobody else up, and is read when it can be', async () => {
  const { control } = world.teamleader
  control.replyAlways('companies.info', { kind: 'status', status: 500 })
  const company = control.addCompany({ name: 'Kapot NV' })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  for (const lastName of ['Aerts', 'Baert']) {
    const contact = control.addContact({ firstName: 'Jan', lastName })
    control.addInvoice({ customer: { type: 'contact', id: contact.id } })
  }
  await world.advance(60_000)
  expect((await customerNamed(world, 'Jan Aerts')).detailsReadAt).not.toBeNull()
  expect((await customerNamed(world, 'Jan Baert')).detailsReadAt).not.toBeNull()
  expect((await customerNamed(world, 'Kapot NV')).detailsReadAt).toBeNull()
  control.clearFaults()
  await world.advance(600_000)
  expect((await customerNamed(world, 'Kapot NV')).detailsReadAt).not.toBeNull()
})

test('while Teamleader fails at everything, no more is asked than it takes to see that', async () => {
  const { control } = world.teamleader
  const ids = Array.from({ length: 20 }, (_, index) => control.addCompany({ name: `Weg ${index}` }).id)
  for (const id of ids) control.addInvoice({ customer: { type: 'company', id } })
  control.replyAlways('companies.info', { kind: 'status', status: 503 })
  await world.drain()
  world.teamleader.journal.clear()
  await world.advance(11_000)
  expect(customerCalls(world)).toEqual({ 'companies.info': 5 })
  control.clearFaults()
})
