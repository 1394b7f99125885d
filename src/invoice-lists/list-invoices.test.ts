import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInvoices, type InvoiceRow } from '../../test/support/add-invoices.ts'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import type { Context } from '../context.ts'
import { type InvoiceSort, invoiceSorts } from './invoice-cursor.ts'
import type { InvoiceFilter } from './invoice-filter.ts'
import { listCurrencies } from './list-currencies.ts'
import { listInvoices } from './list-invoices.ts'
import { pageInvoicesByDate } from './select-invoices.ts'
import { summariseInvoices } from './summarise-invoices.ts'
import { totalInvoices } from './total-invoices.ts'

const today = '2026-06-15'
const count = 240

let opened: TestContext
let ctx: Context
let other: Context
beforeAll(async () => {
  opened = await createTestContext()
  ctx = await addTestCreditor(opened.ctx)
  other = await addTestCreditor(opened.ctx, 'Another')
  await addInvoices(ctx, rows)
  await addInvoices(other, [
    { id: 'inv_foreign', number: '2026 / 7', currency: 'CHF', customerName: 'Vreemd' },
  ])
})
afterAll(() => opened.close())

const names = ['Zeta', 'alfa', 'Émile', 'Bakker bv', 'alfa', 'O’Neil', '100% & co_']

const rows = Array.from({ length: count }, (_, n) => rowOf(n))

function stateOf(n: number) {
  if (n % 11 === 0) return 'archived'
  return n % 3 === 0 ? 'booked' : 'paid'
}

function warningOf(n: number) {
  if (n % 23 === 0) return 'unknown_profile'
  return n % 31 === 0 ? 'several_profiles' : null
}

function rowOf(n: number) {
  return {
    id: `inv_${String((n * 97) % count).padStart(4, '0')}`,
    number: n % 13 === 0 ? null : `2026 / ${n}`,
    customerId: `cus_${n % 7}`,
    customerName: names[n % 7] ?? '',
    invoiceDate: n % 17 === 0 ? null : day(n % 40),
    dueDate: n % 19 === 0 ? null : day(30 + (n % 60)),
    currency: n % 29 === 0 ? 'USD' : 'EUR',
    totalCents: 1_000 * (n % 9) + 1,
    state: stateOf(n),
    profileId: n % 5 === 0 ? 'prf_gold' : 'prf_silver',
    chosenBy: n % 4 === 0 ? 'customer' : 'connection',
    warning: warningOf(n),
    document: n % 6 === 0 ? 'waiting' : 'retrieved',
    department: n % 8 === 0 ? 'dep-1' : null,
    remittance: n % 10 === 0 ? `+++090/9337/${String(n).padStart(5, '0')}+++` : null,
    purchaseOrder: n % 37 === 0 ? `PO ${n}` : null,
  } as const satisfies InvoiceRow
}

function day(offset: number): string {
  return new Date(Date.UTC(2026, 4, 1 + offset)).toISOString().slice(0, 10)
}

type Row = ReturnType<typeof rowOf>
const isOpen = (row: Row) => row.state === 'booked'
const inMay = (date: string | null) => date !== null && date >= '2026-05-03' && date <= '2026-05-20'
const cases: [string, Partial<InvoiceFilter>, (row: Row) => boolean][] = [
  ['all', {}, () => true],
  ['open', { state: 'open' }, isOpen],
  ['overdue', { state: 'overdue' }, (row) => isOpen(row) && row.dueDate !== null && row.dueDate < today],
  ['paid', { state: 'paid' }, (row) => row.state === 'paid'],
  ['archived', { state: 'archived' }, (row) => row.state === 'archived'],
  ['a profile', { profileId: 'prf_gold' }, (row) => row.profileId === 'prf_gold'],
  ['a rule', { chosenBy: 'customer' }, (row) => row.chosenBy === 'customer'],
  ['any warning', { warning: true }, (row) => row.warning !== null],
  ['no warning', { warning: false }, (row) => row.warning === null],
  ['one warning', { warning: 'several_profiles' }, (row) => row.warning === 'several_profiles'],
  ['a document', { document: 'waiting' }, (row) => row.document === 'waiting'],
  ['a department', { departmentId: 'dep-1' }, (row) => row.department === 'dep-1'],
  ['another account', { connectionId: 'con_none' }, () => false],
  ['a currency', { currency: 'USD' }, (row) => row.currency === 'USD'],
  ['a customer', { customerId: 'cus_3' }, (row) => row.customerId === 'cus_3'],
  ['a period', { dateFrom: '2026-05-03', dateTo: '2026-05-20' }, (row) => inMay(row.invoiceDate)],
  [
    'from a due date on',
    { dateOf: 'dueDate', dateFrom: '2026-07-01' },
    (row) => (row.dueDate ?? '') >= '2026-07-01',
  ],
  [
    'until a day',
    { dateTo: '2026-05-03' },
    (row) => row.invoiceDate !== null && row.invoiceDate <= '2026-05-03',
  ],
  [
    'several at once',
    { state: 'open', profileId: 'prf_gold', warning: false, dateTo: '2026-05-31' },
    (row) =>
      isOpen(row) &&
      row.profileId === 'prf_gold' &&
      row.warning === null &&
      (row.invoiceDate ?? '9') <= '2026-05-31',
  ],
  ['a word', { search: 'ALFA' }, (row) => row.customerName === 'alfa'],
  [
    'a word and a state',
    { search: 'alfa', state: 'open' },
    (row) => row.customerName === 'alfa' && isOpen(row),
  ],
  ['an accent', { search: 'émile' }, (row) => row.customerName === 'Émile'],
  ['two letters begin a word', { search: 'bv' }, (row) => row.customerName === 'Bakker bv'],
  ['two letters inside a word', { search: 'kk' }, () => false],
  ['signs of LIKE are letters', { search: '100% co_' }, (row) => row.customerName === '100% & co_'],
  ['a number as written', { search: '2026 / 17' }, (row) => (row.number ?? '').startsWith('2026 / 17')],
  ['a number without blanks', { search: '2026/17' }, (row) => (row.number ?? '').startsWith('2026 / 17')],
  [
    'a payment reference',
    { search: '+++090/9337/00010+++' },
    (row) => row.remittance === '+++090/9337/00010+++',
  ],
  ['its digits', { search: '0909337 00010' }, (row) => row.remittance === '+++090/9337/00010+++'],
  ['a purchase order', { search: 'po 37' }, (row) => row.purchaseOrder === 'PO 37'],
  ['nobody', { search: 'qqqq' }, () => false],
]

test.each(cases)(
  '%s: every page in every order, nothing twice, nothing missing',
  async (_, filter, belongs) => {
    const wanted = rows.filter(belongs)
    for (const sort of invoiceSorts) {
      for (const order of ['asc', 'desc'] as const) {
        const ids = await walk(filter, sort, order)
        expect(new Set(ids), `${sort} ${order}`).toEqual(new Set(wanted.map(({ id }) => id)))
        expect(ids, `${sort} ${order}`).toEqual(sortedIds(wanted, sort, order))
      }
    }
    await expectSums(filter, wanted)
  },
)

test('currencies are those of this business', async () => {
  expect(await listCurrencies(ctx)).toEqual(['EUR', 'USD'])
  expect(await listCurrencies(other)).toEqual(['CHF'])
})

test('by date for a file: every invoice once, also chosen by id, none of another business', async () => {
  const ids = rows.slice(0, 30).map(({ id }) => id)
  const selection = { ids: [...ids, 'inv_foreign', 'inv_nobody'] }
  const found: string[] = []
  for (let after: Awaited<ReturnType<typeof pageInvoicesByDate>>['next']; ; ) {
    const page = await pageInvoicesByDate(ctx, { selection, after, limit: 7 })
    found.push(...page.items.map(({ id }) => id))
    after = page.next
    if (!after) break
  }
  expect(found).toEqual(sortedIds(rows.slice(0, 30), 'invoiceDate', 'desc'))
})

test('words of another business find nothing, however they are looked up', async () => {
  expect(await walk({ search: 'vreemd' }, 'number', 'asc')).toEqual([])
  await opened.ctx.database.transaction({ kind: 'system' }, async (db) => {
    const { rows: found } = await sql<{ id: string }>`
      select id from invoices_like('[["%vreemd%"]]', 10) as id
      union all select id from invoices_like_rows('[["%vreemd%"]]', 10)`.execute(db)
    expect(found).toEqual([])
  })
})

test('words that few have are looked for beside every other filter', async () => {
  const filter: Partial<InvoiceFilter> = {
    profileId: 'prf_none',
    chosenBy: 'customer',
    customerId: rows[0]?.customerId,
    currency: 'EUR',
    connectionId: 'con_none',
    departmentId: 'dep',
    warning: 'unknown_profile',
    document: 'waiting',
    invitation: 'sent',
    dateOf: 'dueDate',
    dateFrom: '2020-01-01',
    dateTo: '2030-01-01',
  }
  for (const state of ['all', 'open', 'overdue', 'paid', 'archived'] as const)
    expect(await walk({ ...filter, state, search: 'xyzzy' }, 'openAmount', 'asc')).toEqual([])
})

async function walk(
  filter: Partial<InvoiceFilter>,
  sort: InvoiceSort,
  order: 'asc' | 'desc',
): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listInvoices(ctx, {
      filter: { state: 'all', today, ...filter },
      sort,
      order,
      cursor,
      limit: 61,
    })
    ids.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) return ids
    cursor = page.nextCursor
  }
}

/** The order of the database, from the facts: what is missing comes last. */
function sortedIds(wanted: readonly Row[], sort: InvoiceSort, order: 'asc' | 'desc'): string[] {
  const keyOf = (row: Row): string | number => {
    if (sort === 'openAmount') return row.state === 'paid' ? 0 : row.totalCents
    if (sort === 'number') return row.number ?? ''
    if (sort === 'customer') return row.customerName.toLowerCase()
    return row[sort] ?? '9999-12-31'
  }
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' && typeof b === 'string' ? compareTexts(a, b) : Number(a) - Number(b)
  const sorted = wanted.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || compareTexts(a.id, b.id))
  return (order === 'asc' ? sorted : sorted.toReversed()).map(({ id }) => id)
}

function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

async function expectSums(filter: Partial<InvoiceFilter>, wanted: readonly Row[]): Promise<void> {
  const sum = (currency: string) =>
    wanted.reduce((cents, row) => cents + (row.currency === currency ? row.totalCents : 0), 0)
  const totals = await totalInvoices(ctx, { filter: { state: 'all', today, ...filter } })
  expect(totals.count).toBe(wanted.length)
  expect(totals.totals.map(({ currency, totalCents }) => [currency, totalCents])).toEqual(
    ['EUR', 'USD']
      .filter((currency) => wanted.some((row) => row.currency === currency))
      .map((currency) => [currency, sum(currency)]),
  )
  if (filter.state) return
  const summary = await summariseInvoices(ctx, { today, ...filter })
  const counted = (state: string) => wanted.filter((row) => row.state === state).length
  const overdue = wanted.filter((row) => isOpen(row) && row.dueDate !== null && row.dueDate < today)
  expect(summary.counts).toEqual({
    all: wanted.length,
    open: counted('booked'),
    overdue: overdue.length,
    paid: counted('paid'),
    archived: counted('archived'),
  })
  expect(summary.isCapped).toBe(false)
  expect(summary.totals.map(({ amountCents }) => amountCents)).toEqual(
    totals.totals.map(({ totalCents }) => totalCents),
  )
  expect(summary.openTotals.map(({ amountCents }) => amountCents)).toEqual(
    totals.totals.map(({ openCents }) => openCents).filter((cents) => cents !== 0),
  )
}
