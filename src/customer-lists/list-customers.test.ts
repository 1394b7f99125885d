import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import type { CustomerFilter } from './customer-filter.ts'
import { idsLike } from './customer-search.ts'
import { countCustomers, listCustomerIds } from './list-customer-ids.ts'
import { type ListCustomersInput, listCustomers } from './list-customers.ts'
import { summariseCustomers } from './summarise-customers.ts'
import { setLanguageOfMany } from './update-many-customers.ts'

/** More than are looked at before the index of words is asked. */
const howMany = 3_300

let world: TestContext
let ctx: Context
let other: Context
beforeAll(async () => {
  world = await createTestContext()
  ctx = await addTestCreditor(world.ctx)
  other = await addTestCreditor(world.ctx, 'The other business')
  await fill(ctx, 'a')
  await fill(other, 'b')
})
afterAll(() => world.close())

const filters: [string, CustomerFilter, (row: Row) => boolean][] = [
  ['nothing', {}, () => true],
  ['a word in every second name', { search: 'BAKKERIJ' }, (row) => has(row, 'bakkerij')],
  ['a word in the last names only', { search: 'zorro' }, (row) => has(row, 'zorro')],
  ['one customer', { search: 'n3299' }, (row) => has(row, 'n3299')],
  ['nobody', { search: 'xyzxyz' }, () => false],
  ['two words in any order', { search: 'gent slagerij' }, (row) => has(row, 'gent') && has(row, 'slagerij')],
  ['two letters begin a word', { search: 'bv' }, (row) => / bv/.test(row.searchText)],
  ['signs of patterns are signs', { search: '100%_' }, (row) => has(row, '100%_')],
  ['an e-mail address', { search: 'info12@x' }, (row) => has(row, 'info12@x')],
  ['a VAT number, typed differently', { search: 'BE 0100.000.111' }, (row) => has(row, '0100000111')],
  ['persons', { kind: 'person' }, (row) => row.kind === 'person'],
  ['without e-mail', { isWithoutEmail: true }, (row) => !row.email],
  ['a language', { language: 'fr' }, (row) => row.language === 'fr'],
  ['who owes', { hasOpen: true }, (row) => row.owes],
  ['who owes, by a word', { hasOpen: true, search: 'zorro' }, (row) => row.owes && has(row, 'zorro')],
  [
    'a common word and a rare kind',
    { search: 'bakkerij', kind: 'person', language: 'fr' },
    (row) => has(row, 'bakkerij') && row.kind === 'person' && row.language === 'fr',
  ],
  ['without a profile of their own', { profileId: 'none' }, () => true],
  ['linked', { isLinked: true }, () => false],
  ['gone', { isGone: true }, () => false],
]

test.each(filters)(
  'filtered by %s the pages hold exactly these, in order, each once',
  async (_, filter, keeps) => {
    const expected = (await allRows()).filter(keeps).map(({ id }) => id)
    const input = { filter, sort: 'name', order: 'asc', limit: 700 } as const
    expect(await idsOfPages(input)).toEqual(expected)
    const small = await listCustomers(ctx, { ...input, limit: 5 })
    expect(small.items.map(({ id }) => id)).toEqual(expected.slice(0, 5))
    const { all } = await summariseCustomers(ctx, filter)
    expect(all).toBe(expected.length)
    expect(await countCustomers(ctx, { filter })).toBe(expected.length)
    const ids = await listCustomerIds(ctx, { selection: { filter }, limit: 10_000 })
    expect(new Set(ids)).toEqual(new Set(expected))
  },
)

test.each(['name', 'number', 'city', 'createdAt'] as const)(
  'sorted by %s both ways, page by page',
  async (sort) => {
    const column = { name: 'sort_name', number: 'number', city: 'sort_city', createdAt: 'created_at' }[sort]
    const up = (await allRows(column)).map(({ id }) => id)
    expect(await idsOfPages({ filter: {}, sort, order: 'asc', limit: 999 })).toEqual(up)
    expect(await idsOfPages({ filter: {}, sort, order: 'desc', limit: 999 })).toEqual(up.toReversed())
  },
)

test('a page says what each owes, and counts are of the same filter', async () => {
  const rows = await allRows()
  const { items } = await listCustomers(ctx, { filter: {}, sort: 'name', order: 'asc', limit: 50 })
  expect(items.map(({ open }) => open.length > 0)).toEqual(rows.slice(0, 50).map(({ owes }) => owes))
  const counts = await summariseCustomers(ctx, { search: 'slagerij' })
  const found = rows.filter((row) => has(row, 'slagerij'))
  expect(counts).toEqual({
    all: found.length,
    company: found.filter(({ kind }) => kind === 'company').length,
    person: found.filter(({ kind }) => kind === 'person').length,
    withoutEmail: found.filter(({ email }) => !email).length,
    withOpen: found.filter(({ owes }) => owes).length,
  })
})

test('many are changed at once, a line of history for each that changed, and nobody else', async () => {
  const selection = { filter: { language: 'fr' } }
  const before = (await allRows()).filter(({ language }) => language === 'fr').length
  expect(await setLanguageOfMany(ctx, { selection, language: 'DE' })).toBe(before)
  expect(await setLanguageOfMany(ctx, { selection, language: 'DE' })).toBe(0)
  await expect(setLanguageOfMany(ctx, { selection, language: 'd\u0001' })).rejects.toThrow(InvalidInputError)
  expect((await allRows()).filter(({ language }) => language === 'de')).toHaveLength(before)
  const lines = await inTransaction(ctx, (tx) =>
    tx.db.selectFrom('activities').select('id').where('kind', '=', 'customer.edited').execute(),
  )
  expect(lines).toHaveLength(before)
  expect(await countCustomers(other, selection)).toBe(before)
})

test('the index of words, which looks past row-level security, gives ids of the own business only', async () => {
  const found = await idsFor(other, 10_000)
  expect(found.length).toBeGreaterThan(1_000)
  expect(found.every((id) => id.startsWith('cus_b'))).toBe(true)
  expect(await idsFor(other, 100)).toHaveLength(100)
  expect(await idsFor({ ...other, scope: { kind: 'system' } }, 100)).toEqual([])
})

function idsFor(of: Context, atMost: number): Promise<string[]> {
  return inTransaction(of, async (tx) => {
    const { rows } = await sql<{ id: string }>`${idsLike([['%bakkerij%']], atMost)}`.execute(tx.db)
    return rows.map(({ id }) => id)
  })
}

type Row = {
  id: string
  kind: string
  email: string | null
  language: string | null
  searchText: string
  owes: boolean
}

function has({ searchText }: Row, word: string): boolean {
  return searchText.includes(word)
}

/** Everything there is, as the database sorts it. */
function allRows(column = 'sort_name'): Promise<Row[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<Row>`
      select id, kind, email, language, search_text,
        exists (select from invoices where customer_id = customers.id and state = 'booked') as owes
      from customers where merged_into is null order by ${sql.ref(column)}, id`.execute(tx.db)
    return rows
  })
}

async function idsOfPages(input: ListCustomersInput): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listCustomers(ctx, { ...input, cursor })
    ids.push(...page.items.map(({ id }) => id))
    if (page.nextCursor === null) return ids
    cursor = page.nextCursor
  }
}

/** The last hundredth is called Zorro; every seventh owes something. */
async function fill(of: Context, prefix: string): Promise<void> {
  const creditorId = creditorOf(of)
  await inTransaction(of, async (tx) => {
    await sql`
      insert into customers (id, creditor_id, number, kind, company_name, last_name, email, city, language, vat_number, created_at,
        updated_at)
      select 'cus_' || ${prefix}::text || n, ${creditorId}, 'n' || n, case when n % 9 = 0 then 'person' else 'company' end,
        case when n % 9 <> 0 then case when n % 2 = 0 then 'Bakkerij ' when n > ${howMany * 0.99} then 'Zorro ' else 'Slagerij ' end
          || md5(n::text) || case when n % 3 = 0 then ' bv' when n % 500 = 1 then ' 100%_' else ' nv' end end,
        case when n % 9 = 0 then 'Bakkerij ' || md5(n::text) end,
        case when n % 20 <> 0 then 'info' || n || '@x.example' when n % 40 = 0 then '' end,
        case when n % 4 = 0 then 'Gent' when n % 4 = 1 then 'Aalst' end, case when n % 50 = 0 then 'fr' else 'nl' end,
        'BE0' || (100000000 + n), timestamptz '2026-01-01' + n / 10 * interval '1 microsecond', now()
      from generate_series(1, ${howMany}::int) as n`.execute(tx.db)
    await sql`insert into profiles (id, creditor_id, name, created_at) values ('prf_' || ${prefix}::text, ${creditorId}, 'P', now())`.execute(
      tx.db,
    )
    await sql`
      insert into connections (id, creditor_id, source, state, account_external_id, account_name, hook_secret_sealed,
        hook_secret_hash, connected_at)
      values ('con_' || ${prefix}::text, ${creditorId}, 'teamleader', 'disconnected', 'x', 'X', '', ${prefix}::bytea, now())`.execute(
      tx.db,
    )
    await sql`
      insert into invoices (id, creditor_id, connection_id, external_id, customer_id, customer_name, currency, total_cents,
        open_cents, source_open_cents, state, payment_state, source_payment_state, profile_id, profile_chosen_by, imported_at, updated_at)
      select 'inv_' || id, creditor_id, 'con_' || ${prefix}::text, id, id, 'X', 'EUR', 100, 100, 100, 'booked', 'open', 'open',
        'prf_' || ${prefix}::text, 'connection', now(), now()
      from customers where substr(number, 2)::int % 7 = 0`.execute(tx.db)
  })
}

test.each([
  '2026-02-30T00:00:00.000000Z',
  '2026-04-31T24:00:00.000000Z',
  '2026-01-01T00:00:60.000000Z',
  'Peeters',
])('a cursor that names no instant is refused, not asked of the database: %s', async (key) => {
  const cursor = Buffer.from(JSON.stringify([key, 'cus_1'])).toString('base64url')
  const input = { filter: {}, sort: 'createdAt', order: 'asc', limit: 5, cursor } as const
  await expect(listCustomers(ctx, input)).rejects.toThrow(InvalidInputError)
})
