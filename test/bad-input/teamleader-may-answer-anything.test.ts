// Promise B4: an answer of Teamleader that makes no sense fails one invoice, with cause and copy; the others go on
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'
import { naughtyStrings } from './naughty-strings.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterEach(() => world.teamleader.control.clearFaults())
afterAll(() => world.stop())

type Row = Record<string, unknown> & { id: string; total: Record<string, unknown> }
type Spoil = (row: Row) => unknown

const spoilt: [string, Spoil][] = [
  ['without a total', ({ total: _, ...row }) => row],
  ['with a total of null', (row) => ({ ...row, total: null })],
  ['with an amount that is text', (row) => withAmount(row, '121.50')],
  ['with an amount that is text like 1e3', (row) => withAmount(row, '1e3')],
  ['with an amount like 1.234,56', (row) => withAmount(row, '1.234,56')],
  ['with a third of a cent', (row) => withAmount(row, 0.004)],
  ['with more than a double can hold', (row) => withAmount(row, 2 ** 53 + 2)],
  ['with an amount of 1e21', (row) => withAmount(row, 1e21)],
  ['with an amount of null', (row) => withAmount(row, null)],
  ['with half a yen', (row) => withAmount(row, 100.5, 'JPY')],
  ['with a currency that is none', (row) => withAmount(row, 100, 'euro')],
  ['without a currency', (row) => withAmount(row, 100, null)],
  [
    'open in another currency',
    (row) => ({ ...row, total: { ...row.total, due: { amount: 1, currency: 'USD' } } }),
  ],
  ['with a state that nobody knows', (row) => ({ ...row, status: 'teleported' })],
  ['with a state of null', (row) => ({ ...row, status: null })],
  ['dated 31 February', (row) => ({ ...row, invoice_date: '2026-02-31' })],
  ['dated the Belgian way', (row) => ({ ...row, invoice_date: '31/12/2026' })],
  ['due in the year 99999', (row) => ({ ...row, due_on: '99999-01-01' })],
  ['changed at no instant', (row) => ({ ...row, updated_at: 'yesterday' })],
  ['with a number that is an object', (row) => ({ ...row, invoice_number: { number: 1 } })],
  ['without a customer', (row) => ({ ...row, invoicee: null })],
  [
    'with a customer that is a spaceship',
    (row) => ({ ...row, invoicee: { name: 'X', customer: { type: 'spaceship', id: '1' } } }),
  ],
  ['that is a list', (row) => ({ ...row, total: [1, 2] })],
]

test.each(spoilt)('an invoice %s fails alone, with its cause and what was sent', async (_, spoil) => {
  const { control } = world.teamleader
  const [before, bad, after] = [control.addInvoice(), control.addInvoice(), control.addInvoice()]
  spoilRow(bad.id, spoil)
  await world.drain()
  expect(await lineOf(world, bad.id)).toMatchObject({
    outcome: 'failed',
    cause: { code: 'unreadable_invoice', detail: expect.stringMatching(/./) },
    invoiceId: null,
    nextTryAt: expect.any(String),
  })
  expect(await rawCopyOf(bad.id)).toContain(bad.id)
  for (const good of [before, after])
    expect(await lineOf(world, good.id)).toMatchObject({ outcome: 'imported' })
})

test('an invoice that cannot be read any more keeps what Vorder knew of it', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 5_500 })
  await world.drain()
  spoilRow(invoice.id, (row) => ({ ...row, total: null }))
  control.payInvoice(invoice.id)
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ open: { amountCents: 5_500 }, state: 'booked' })
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'failed' })
  control.clearFaults()
  await tickAfter(2 * 60_000)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ open: { amountCents: 0 }, state: 'paid' })
})

const harmless: [string, Spoil][] = [
  ['with members that we do not know', (row) => ({ ...row, quantum: { state: [1] }, __proto: null })],
  [
    'with null wherever null may stand',
    (row) => ({
      ...row,
      invoice_number: null,
      due_on: null,
      payment_reference: null,
      purchase_order_number: null,
      department: null,
      web_url: null,
      file: null,
      created_at: null,
      updated_at: null,
    }),
  ],
  [
    'without anything that may be absent',
    (row) => ({ id: row.id, status: row.status, total: row.total, invoicee: row.invoicee }),
  ],
  ['with an amount like 10.50 of a thousand', (row) => withAmount(row, 10.5)],
  ['of a whole yen', (row) => withAmount(row, 100, 'JPY')],
  ['of a fils', (row) => withAmount(row, 0.001, 'KWD')],
  ['dated the year 1', (row) => ({ ...row, invoice_date: '0001-01-01' })],
  ['with a number of 10,000 signs', (row) => ({ ...row, invoice_number: 'x'.repeat(10_000) })],
]

test.each(harmless)('an invoice %s comes in', async (_, spoil) => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  spoilRow(invoice.id, spoil)
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
})

test('naughty names come in as they are; those that cannot be stored fail alone', async () => {
  const { control } = world.teamleader
  const names = naughtyStrings.filter((name) => name.length < 1_000)
  const invoices = names.map((name) => {
    const company = control.addCompany({ name, silent: true })
    return { name, id: control.addInvoice({ customer: { type: 'company', id: company.id } }).id }
  })
  await world.drain()
  for (const { name, id } of invoices) {
    const isStorable = name.isWellFormed() && !name.includes('\u0000')
    const line = await lineOf(world, id)
    expect({ name, outcome: line.outcome, cause: line.cause?.code }).toEqual(
      isStorable
        ? { name, outcome: 'imported', cause: undefined }
        : { name, outcome: 'failed', cause: 'cannot_be_stored' },
    )
    if (isStorable && name.trim() !== '') expect((await invoiceOf(world, id)).customer.name).toBe(name)
    if (!isStorable) expect(await rawCopyOf(id)).toContain(id)
  }
  expect((await world.visitor.request('GET', '/api/v1/invoices?limit=200')).status).toBe(200)
})

test('a poison invoice among a hundred is found by halving; the ninety-nine come in', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  const { invoiceIds } = control.addMany({ invoices: 100, customers: 4 })
  const poison = invoiceIds[41] ?? ''
  spoilRow(poison, (row) => ({ ...row, invoice_number: 'NUL\u0000' }))
  await world.app.jobs.runSchedule('nightly')
  await world.drain()
  expect(await causeOf(world, poison)).toBe('cannot_be_stored')
  expect(await invoiceCount(world)).toBe(before + 99)
  control.clearFaults()
  await tickAfter(2 * 60_000)
  expect(await lineOf(world, poison)).toMatchObject({ outcome: 'imported' })
})

test('a customer that makes no sense keeps its invoice out, with a cause of its own, and no other', async () => {
  const { control } = world.teamleader
  const [odd, sound] = [control.addCompany({ name: 'Odd' }), control.addCompany({ name: 'Sound' })]
  const bad = control.addInvoice({ customer: { type: 'company', id: odd.id } })
  const good = control.addInvoice({ customer: { type: 'company', id: sound.id } })
  control.replyAlways('companies.list', {
    kind: 'transform',
    transform: changingRow(odd.id, (row) => ({ ...row, emails: 'not a list', name: 7 })),
  })
  await world.drain()
  expect(await causeOf(world, bad.id)).toBe('unreadable_customer')
  expect(await lineOf(world, good.id)).toMatchObject({ outcome: 'imported' })
  control.clearFaults()
  await tickAfter(2 * 60_000)
  expect(await lineOf(world, bad.id)).toMatchObject({ outcome: 'imported' })
})

test('a customer that Teamleader does not have any more: the invoice comes in with the name it bears', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Verdwenen BV' })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  control.replyAlways('companies.list', { kind: 'transform', transform: () => ({ data: [] }) })
  await world.drain()
  expect((await invoiceOf(world, invoice.id)).customer.name).toBe('Verdwenen BV')
})

const oddLists: [string, unknown][] = [
  ['a list of nothing but null', { data: [null, null] }],
  ['a list of numbers and texts', { data: [1, 'two', [3]] }],
  ['data that is a text', { data: 'hello' }],
  ['data of null', { data: null }],
  ['no data at all', { errors: [] }],
  ['a bare list', []],
  ['a bare null', null],
]

test.each(oddLists)(
  '%s brings nothing in, loses nothing, and the invoice comes in later',
  async (_, answer) => {
    const { control } = world.teamleader
    const invoice = control.addInvoice()
    control.replyAlways('invoices.list', { kind: 'transform', transform: () => answer })
    control.replyAlways('invoices.info', { kind: 'status', status: 500 })
    await world.drain()
    expect(await lineOf(world, invoice.id)).toMatchObject({
      outcome: 'failed',
      nextTryAt: expect.any(String),
    })
    control.clearFaults()
    await tickAfter(15 * 60_000)
    expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
  },
)

function withAmount(row: Row, amount: unknown, currency: unknown = 'EUR') {
  const money = { amount, currency }
  return { ...row, total: { ...row.total, payable: money, tax_inclusive: money, due: money } }
}

function spoilRow(id: string, spoil: Spoil): void {
  for (const endpoint of ['invoices.list', 'invoices.info']) {
    world.teamleader.control.replyAlways(endpoint, { kind: 'transform', transform: changingRow(id, spoil) })
  }
}

function changingRow(id: string, spoil: Spoil): (answer: unknown) => unknown {
  return (answer) => {
    const { data } = answer as { data: Row | Row[] }
    const changed = (row: Row) => (row.id === id ? spoil(row) : row)
    return { ...(answer as object), data: Array.isArray(data) ? data.map(changed) : changed(data) }
  }
}

async function rawCopyOf(externalId: string): Promise<string> {
  const rows = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('rawCopies').select('body').where('externalId', '=', externalId).execute(),
  )
  return rows[0]?.body ?? ''
}

/** Time passes; the schedule that runs every minute asks for what is due. */
async function tickAfter(ms: number): Promise<void> {
  await world.advance(ms)
  await world.app.jobs.runSchedule('tick-imports')
  await world.drain()
}
