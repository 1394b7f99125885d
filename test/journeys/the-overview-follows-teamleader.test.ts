// Promise B16, A15: what changes in Teamleader is seen in the overview: another name of the customer, another customer, a refresh of many
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf, type SeenInvoice } from '../support/read-ledger.ts'

type Run = {
  id: string
  state: string
  doneCount: number
  totalCount: number
  counts: Record<string, number>
}
type Summary = { counts: Record<string, number>; openTotals: unknown[]; totals: unknown[]; isCapped: boolean }

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('a renamed customer: the rows show the new name, and are found by it and no longer by the old one', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Vroeger bvba' })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  expect(await found('vroeger')).toEqual(['Vroeger bvba'])
  control.editCompany(company.id, { name: 'Voortaan bv' })
  await world.drain()
  expect(await found('vroeger')).toEqual([])
  expect(await found('voortaan')).toEqual(['Voortaan bv'])
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ customerName: 'Voortaan bv' })
})

test('merged away: the rows show who took over; undone they show their own again', async () => {
  const { control } = world.teamleader
  const [one, two] = [control.addCompany({ name: 'Eerste nv' }), control.addCompany({ name: 'Tweede nv' })]
  const invoices = [one, two].map(({ id }) => control.addInvoice({ customer: { type: 'company', id } }))
  await world.drain()
  const [first, second] = await Promise.all(invoices.map(({ id }) => invoiceOf(world, id)))
  const merge = await world.send<{ mergeId: string }>(
    'POST',
    `/api/v1/customers/${first?.customer.id}/merge`,
    {
      otherId: second?.customer.id,
      take: {},
    },
  )
  expect(await found('eerste')).toEqual(['Eerste nv', 'Eerste nv'])
  expect(await found('tweede')).toEqual([])
  await world.send('POST', `/api/v1/customer-merges/${merge.mergeId}/undo`, {})
  expect(await found('tweede')).toEqual(['Tweede nv'])
  expect(await found('eerste')).toEqual(['Eerste nv'])
})

test('the invoice goes to another customer in Teamleader: the row, its customer and the search follow', async () => {
  const { control } = world.teamleader
  const [before, after] = [
    control.addCompany({ name: 'Oude Klant' }),
    control.addCompany({ name: 'Andere Klant' }),
  ]
  const invoice = control.addInvoice({ customer: { type: 'company', id: before.id } })
  await world.drain()
  control.editInvoice(invoice.id, { customer: { type: 'company', id: after.id } })
  await world.advance(61_000)
  const seen = await invoiceOf(world, invoice.id)
  expect(seen).toMatchObject({ customerName: 'Andere Klant', customer: { name: 'Andere Klant' } })
  expect(await found('oude')).toEqual([])
})

test('a refresh of a selection takes over what no event told, counts it, and leaves the others alone', async () => {
  const { control } = world.teamleader
  const [chosen, other] = [control.addInvoice({ total: 10_000 }), control.addInvoice({ total: 10_000 })]
  await world.drain()
  const { id } = await invoiceOf(world, chosen.id)
  // Nothing comes in by itself: only what a person asks for.
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    importInvoicesAutomatically: false,
  })
  await world.drain()
  control.payInvoice(chosen.id)
  control.payInvoice(other.id)
  const body = { selection: { ids: [id, 'inv_nobody'] }, action: 'refresh' }
  const [first, second] = await Promise.all([bulk(body), bulk(body)])
  expect(first.id).toBe(second.id)
  await world.drain()
  const run = await world.get<Run>(`/long-runs/${first.id}`)
  expect(run).toMatchObject({ state: 'finished', doneCount: 1, totalCount: 1, counts: { updated: 1 } })
  expect(await invoiceOf(world, chosen.id)).toMatchObject({ state: 'paid' })
  expect(await invoiceOf(world, other.id)).toMatchObject({ state: 'booked' })
})

test('counts and sums stand beside the list, for the same filters; the choices name what there is', async () => {
  const summary = await world.get<Summary>('/invoices/summary?q=klant&currency=EUR')
  expect(summary).toMatchObject({ counts: { all: 1, open: 1, paid: 0, archived: 0 }, isCapped: false })
  expect(summary.openTotals).toEqual(summary.totals)
  const choices = await world.get<{ departments: { name: string }[]; currencies: string[] }>(
    '/invoices/choices',
  )
  expect(choices.currencies).toEqual(['EUR'])
  expect(choices.departments.length).toBeGreaterThan(0)
  const totals = await world.send<{ count: number }>('POST', '/api/v1/invoices/totals', {
    selection: { filter: { q: 'klant', warning: 'false', dateOf: 'dueDate', dateFrom: '0001-01-01' } },
  })
  expect(totals.count).toBe(1)
})

test('a cursor of another order and values that nobody means are refused in words, never an error of ours', async () => {
  const { nextCursor } = await world.get<{ nextCursor: string }>('/invoices?limit=1&sort=customer')
  const bad = [
    `sort=dueDate&cursor=${nextCursor}`,
    `sort=openAmount&cursor=${nextCursor}`,
    'cursor=nonsense',
    'dateFrom=2026-02-30',
    'dateFrom=0000-01-01',
    'dateTo=tomorrow',
    'dateOf=paidAt',
    'warning=perhaps',
    'chosenBy=nobody',
    `q=${'x'.repeat(201)}`,
  ]
  for (const query of bad) {
    const answer = await world.visitor.request('GET', `/api/v1/invoices?${query}`)
    expect(answer.status, query).toBe(422)
  }
  const odd = [
    'q=%00',
    'q=%25%25',
    'q=%5C',
    'q=%2F',
    'departmentId=%00',
    'profileId=%00x',
    'dateTo=9999-12-31',
  ]
  for (const query of odd) {
    for (const path of ['invoices', 'invoices/summary']) {
      const answer = await world.visitor.request('GET', `/api/v1/${path}?${query}`)
      expect(answer.status, `${path} ${query}`).toBeLessThan(500)
    }
  }
})

async function found(q: string): Promise<string[]> {
  const { items } = await world.get<{ items: SeenInvoice[] }>(`/invoices?q=${q}`)
  return items.map(({ customerName }) => customerName)
}

async function bulk(body: object): Promise<Run> {
  const { run } = await world.send<{ run: Run }>('POST', '/api/v1/invoices/bulk', body)
  return run
}
