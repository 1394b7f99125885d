import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { listCustomers } from './list-customers.ts'
import { summariseCustomers } from './summarise-customers.ts'

/** The first three thousand are no bakeries: a common word that none of the first rows has. */
const others = 3_000
const bakeries = 10_200

let world: TestContext
let ctx: Context
beforeAll(async () => {
  world = await createTestContext()
  ctx = await addTestCreditor(world.ctx)
  await inTransaction(ctx, async (tx) => {
    const creditorId = creditorOf(ctx)
    await sql`
      insert into customers (id, creditor_id, number, kind, company_name, last_name, email, language, created_at, updated_at)
      select 'cus_' || n, ${creditorId}, 'n' || n, case when n % 100 = 0 then 'person' else 'company' end,
        case when n % 100 <> 0 then case when n <= ${others} then 'Apotheek' else 'Bakkerij' end end,
        case when n % 100 = 0 then 'Bakkerij' end, case when n % 500 <> 0 then 'a@x.example' end,
        case when n % 1000 = 0 then 'fr' else 'nl' end, now(), now()
      from generate_series(1, ${others + bakeries}::int) as n`.execute(tx.db)
  })
})
afterAll(() => world.close())

test('what more than ten thousand have is counted up to ten thousand and one, the rest exactly', async () => {
  const rest = { all: 10_001, company: 10_001, withOpen: 0 }
  expect(await summariseCustomers(ctx, {})).toEqual({ ...rest, person: 132, withoutEmail: 26 })
  expect(await summariseCustomers(ctx, { language: 'nl' })).toEqual({
    ...rest,
    person: 119,
    withoutEmail: 13,
  })
  expect(await summariseCustomers(ctx, { search: 'bakkerij' })).toEqual({
    ...rest,
    person: 132,
    withoutEmail: 26,
  })
  expect(await summariseCustomers(ctx, { search: 'bakkerij', hasOpen: true })).toMatchObject({ all: 0 })
  expect(await summariseCustomers(ctx, { language: 'fr' })).toMatchObject({ all: 13, person: 13 })
})

test('a common word that none of the first rows has is found, in order, page by page', async () => {
  const input = { filter: { search: 'bakkerij' }, sort: 'number', order: 'asc', limit: 3 } as const
  const first = await listCustomers(ctx, input)
  const second = await listCustomers(ctx, { ...input, cursor: first.nextCursor ?? '' })
  const expected = await inTransaction(ctx, (tx) =>
    tx.db
      .selectFrom('customers')
      .select('number')
      .where('searchText', 'like', '%bakkerij%')
      .orderBy('number')
      .limit(6)
      .execute(),
  )
  expect([...first.items, ...second.items].map(({ number }) => ({ number }))).toEqual(expected)
})
