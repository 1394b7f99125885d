// Promise A1: two customers that are one are merged, choosing field by field, and can be made two again
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listIdsOfCustomer } from '../../src/customers/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf } from '../support/read-ledger.ts'

type Customer = {
  id: string
  number: string
  name: string
  facts: Record<string, unknown>
  pinnedFields: string[]
  invoiceCount: number
  open: { amountCents: number }[]
  merges: { id: string; customerId: string; name: string; canUndo: boolean }[]
}
type Merged = { mergeId: string; customer: Customer }

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('the linked one stays, what was chosen of the other one is pinned, and the invoices of both are its own', async () => {
  const first = await invoiced('Apotheek Maes', 12_100)
  const second = await hand({ companyName: 'Apotheek Maes bvba', email: 'maes@x.example', city: 'Aalst' })
  const { mergeId, customer } = await merge(second.id, first.customerId, { email: 'this', city: 'other' })
  expect(customer).toMatchObject({
    id: first.customerId,
    facts: { companyName: 'Apotheek Maes', email: 'maes@x.example' },
    pinnedFields: ['email'],
    merges: [{ id: mergeId, customerId: second.id, name: 'Apotheek Maes bvba', canUndo: true }],
  })
  expect(await get(second.id)).toMatchObject({ id: first.customerId })
  expect((await world.get('/customers?q=apotheek')).items).toMatchObject([{ id: first.customerId }])
  for (const id of [first.customerId, second.id]) {
    const { items } = await world.get(`/activities?subjectKind=customer&subjectId=${id}`)
    expect(items[0]).toMatchObject({ kind: 'customer.merged' })
  }
  world.teamleader.control.editCompany(first.companyId, {
    emails: [{ type: 'primary', email: 'new@x.example' }],
  })
  await world.drain()
  expect((await get(first.customerId)).facts.email).toBe('maes@x.example')
})

test('two linked ones: the open amounts and invoices of both are shown with the one that stays', async () => {
  const [kept, other] = [await invoiced('Garage Claes', 10_000), await invoiced('Claes Garage', 2_000)]
  const before = await get(other.customerId)
  const { mergeId, customer } = await merge(kept.customerId, other.customerId, { number: 'other' })
  expect(customer).toMatchObject({ number: before.number, invoiceCount: 2, open: [{ amountCents: 12_000 }] })
  expect((await world.get('/customers?q=garage')).items).toMatchObject([{ open: [{ amountCents: 12_000 }] }])
  for (const id of [kept.customerId, other.customerId]) {
    const { items } = await world.get(`/invoices?customerId=${id}`)
    expect(items).toHaveLength(2)
  }
  expect((await invoiceOf(world, other.invoiceId)).customer).toMatchObject({ id: kept.customerId })
  expect((await world.get('/customers?hasOpen=true&q=garage')).items).toHaveLength(1)
  const undone = await world.send<{ customer: Customer; other: Customer }>(
    'POST',
    `/api/v1/customer-merges/${mergeId}/undo`,
  )
  expect(undone.other).toMatchObject({ id: other.customerId, number: before.number, invoiceCount: 1 })
  expect(undone.customer).toMatchObject({ id: kept.customerId, invoiceCount: 1, merges: [] })
  expect((await world.get(`/invoices?customerId=${other.customerId}`)).items).toHaveLength(1)
})

test('undoing gives back every field that nobody changed since, and keeps the others', async () => {
  const [one, two] = [
    await hand({ lastName: 'Mertens', city: 'Gent', mobile: '1', cc: ['a@x.example'] }),
    await hand({ lastName: 'Martens', city: 'Genk', mobile: '2', cc: ['b@x.example'], language: 'nl' }),
  ]
  const take = { lastName: 'other', city: 'other', mobile: 'other', cc: 'other' }
  const { mergeId, customer } = await merge(one.id, two.id, take)
  // Nothing was said of the language: the one that stays had none.
  expect(customer.facts).toMatchObject({
    lastName: 'Martens',
    city: 'Genk',
    cc: ['b@x.example'],
    language: 'nl',
  })
  await world.send('PATCH', `/api/v1/customers/${one.id}`, { facts: { mobile: '3' } })
  await world.send('POST', `/api/v1/customer-merges/${mergeId}/undo`)
  expect((await get(one.id)).facts).toMatchObject({
    lastName: 'Mertens',
    city: 'Gent',
    mobile: '3',
    cc: ['a@x.example'],
    language: null,
  })
  expect((await get(two.id)).facts).toMatchObject({ lastName: 'Martens', city: 'Genk', mobile: '2' })
  expect(await status('POST', `/api/v1/customer-merges/${mergeId}/undo`)).toBe(409)
})

test('merged on and on there is one on top, and merges are undone from the last one back', async () => {
  const [a, b, c] = [
    await hand({ lastName: 'Aa' }),
    await hand({ lastName: 'Bb' }),
    await hand({ lastName: 'Cc' }),
  ]
  const inner = await merge(b.id, c.id, {})
  const outer = await merge(a.id, b.id, {})
  for (const { id } of [a, b, c]) expect((await get(id)).id).toBe(a.id)
  expect(new Set(await listIdsOfCustomer(world.ctx, c.id))).toEqual(new Set([a.id, b.id, c.id]))
  expect(await status('POST', `/api/v1/customers/${a.id}/merge`, { otherId: c.id, take: {} })).toBe(409)
  expect(await status('POST', `/api/v1/customer-merges/${inner.mergeId}/undo`)).toBe(409)
  await world.send('POST', `/api/v1/customer-merges/${outer.mergeId}/undo`)
  expect((await get(c.id)).id).toBe(b.id)
  await world.send('POST', `/api/v1/customer-merges/${inner.mergeId}/undo`)
  expect((await get(c.id)).id).toBe(c.id)
})

test('a customer is not merged with itself, and two clicks are one merge', async () => {
  const [one, two] = [await hand({ lastName: 'Willems' }), await hand({ lastName: 'Willems' })]
  expect(await status('POST', `/api/v1/customers/${one.id}/merge`, { otherId: one.id, take: {} })).toBe(422)
  const clicks = await Promise.all([
    ...[1, 2, 3].map(() =>
      status('POST', `/api/v1/customers/${one.id}/merge`, { otherId: two.id, take: {} }),
    ),
    ...[1, 2, 3].map(() =>
      status('POST', `/api/v1/customers/${two.id}/merge`, { otherId: one.id, take: {} }),
    ),
  ])
  expect(clicks.filter((code) => code === 200)).toHaveLength(1)
  expect(clicks.filter((code) => code === 409)).toHaveLength(5)
  expect((await world.get('/customers?q=willems')).items).toHaveLength(1)
})

test('an invoice that comes for the merged record is the one that stays’, and what the record says changes nothing', async () => {
  const [kept, other] = [await invoiced('Wijnhandel Visser', 10_000), await invoiced('Visser Wijnen', 2_000)]
  const { mergeId } = await merge(kept.customerId, other.customerId, {})
  const { control } = world.teamleader
  control.editCompany(other.companyId, { name: 'Visser Wijnen nv' })
  control.addInvoice({ customer: { type: 'company', id: other.companyId }, total: 500 })
  await world.drain()
  expect(await get(kept.customerId)).toMatchObject({ name: 'Wijnhandel Visser', invoiceCount: 3 })
  expect((await world.get('/customers?q=visser')).items).toHaveLength(1)
  await world.send('POST', `/api/v1/customer-merges/${mergeId}/undo`)
  expect(await get(kept.customerId)).toMatchObject({ name: 'Wijnhandel Visser', invoiceCount: 1 })
  expect(await get(other.customerId)).toMatchObject({ name: 'Visser Wijnen nv', invoiceCount: 2 })
})

function hand(facts: object): Promise<Customer> {
  return world.send('POST', '/api/v1/customers', { facts })
}

/** A company of Teamleader that came in with an invoice. */
async function invoiced(name: string, total: number) {
  const { control } = world.teamleader
  const company = control.addCompany({ name })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id }, total })
  await world.drain()
  const { customer } = await invoiceOf(world, invoice.id)
  return { companyId: company.id, invoiceId: invoice.id, customerId: customer.id }
}

function merge(id: string, otherId: string, take: object): Promise<Merged> {
  return world.send('POST', `/api/v1/customers/${id}/merge`, { otherId, take })
}

function get(id: string): Promise<Customer> {
  return world.get(`/customers/${id}`)
}

async function status(method: string, path: string, body?: object): Promise<number> {
  return (await world.visitor.request(method, path, body)).status
}
