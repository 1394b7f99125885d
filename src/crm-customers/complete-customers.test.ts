import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { customerById, customerCalls } from '../../test/support/read-customers.ts'

let world: TestApp
beforeAll(async () => {
  // What is read whole is read by completing alone.
  world = await createTestApp({ switches: { updateCustomersAutomatically: false } })
})
afterAll(() => world.stop())

test.each([
  ['companies.info', 'Kapot', 'Jan Persoon'],
  ['contacts.info', 'Jan Kapot', 'Bedrijf'],
])(
  'a record at which Teamleader fails (%s) holds nobody else up, and is read when it can be',
  async (operation, broken, whole) => {
    const { control } = world.teamleader
    control.replyAlways(operation, { kind: 'status', status: 500 })
    const others = Array.from({ length: 12 }, (_, index) => `${whole}${index + 10}`)
    for (const name of [broken, ...others]) addInvoiced(name)
    await world.drain()
    expect(await namesRead([broken, ...others])).toEqual([])
    await world.advance(60_000)
    expect(await namesRead([broken, ...others])).toEqual(others)
    control.clearFaults()
    await world.advance(600_000)
    expect(await namesRead([broken])).toEqual([broken])
  },
)

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

/** Two words are a person. */
function addInvoiced(name: string): void {
  const { control } = world.teamleader
  const [firstName, lastName] = name.split(' ')
  const customer = lastName
    ? ({ type: 'contact', id: control.addContact({ firstName, lastName }).id } as const)
    : ({ type: 'company', id: control.addCompany({ name }).id } as const)
  control.addInvoice({ customer })
}

async function namesRead(names: readonly string[]): Promise<string[]> {
  const read: string[] = []
  for (const name of names) {
    const { items } = await world.get(`/customers?q=${encodeURIComponent(name)}`)
    const row = items.find((item) => item.name === name)
    const { detailsReadAt } = await customerById(world, String(row?.id))
    if (detailsReadAt) read.push(name)
  }
  return read
}
