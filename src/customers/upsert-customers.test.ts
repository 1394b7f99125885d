import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { asListRow, crmCompany } from '../../test/support/crm-records.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { mergeCustomers } from '../customer-merges/index.ts'
import { editCustomer } from './edit-customer.ts'
import { getCustomer } from './get-customer.ts'
import { drawReadTicket, type UpsertInput, upsertCustomers } from './upsert-customers.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('two processes that bring the same hundred customers at once make a hundred, numbered one after the other', async () => {
  const second = await world.startSecond()
  const records = Array.from({ length: 100 }, () => record())
  const other: Context = { ...second.ctx, scope: world.ctx.scope }
  const [one, two] = await Promise.all([
    upsert(records, { mode: 'create' }),
    upsert([...records].reverse(), { mode: 'create' }, other),
  ])
  const created = [...one, ...two].filter(({ outcome }) => outcome === 'created')
  expect(created).toHaveLength(100)
  expect(new Set([...one, ...two].map(({ customerId }) => customerId)).size).toBe(100)
  const ids = one.map(({ customerId }) => customerId)
  const numbers = await Promise.all(ids.map(async (id) => (await getCustomer(world.ctx, id)).number))
  const taken = numbers.map((number) => Number(number.slice(1))).sort((one, next) => one - next)
  expect(taken.at(-1)).toBe((taken[0] ?? 0) + 99)
})

test('a number that was given by hand is stepped over', async () => {
  const [first] = await upsert([record()], { mode: 'create' })
  const { number } = await getCustomer(world.ctx, first?.customerId ?? '')
  await editCustomer(world.ctx, { customerId: first?.customerId ?? '', number: after(number, 1) })
  const [second] = await upsert([record()], { mode: 'create' })
  expect((await getCustomer(world.ctx, second?.customerId ?? '')).number).toBe(after(number, 2))
})

test('a refresh makes nobody: a customer that was deleted meanwhile does not come back', async () => {
  expect(await upsert([record()])).toEqual([])
})

test('a record of a customer that was merged stands for the survivor, and changes nothing of it', async () => {
  const [kept, gone] = [record({ companyName: 'Survivor' }), record({ companyName: 'Merged' })]
  const made = await upsert([kept, gone], { mode: 'create' })
  const idOf = (name: string) => made.find((customer) => customer.name === name)?.customerId ?? ''
  const survivorId = idOf('Survivor')
  await mergeCustomers(world.ctx, { customerId: survivorId, otherId: idOf('Merged'), take: {} })
  const [known] = await upsert([{ ...gone, city: 'Elders', updatedAt: new Date() }])
  expect(known).toMatchObject({ customerId: survivorId, name: 'Survivor' })
  expect(await getCustomer(world.ctx, survivorId)).toMatchObject({ companyName: 'Survivor', city: 'Gent' })
})

test('what changed stands in the history, before and after, and long values are cut', async () => {
  const before = record({ mobile: '+32 470 00 00 00' })
  const [made] = await upsert([before], { mode: 'create' })
  const name = '𝒳'.repeat(2_000)
  await upsert([{ ...before, companyName: name, mobile: null, updatedAt: new Date() }])
  const [line] = (await world.get(`/activities?subjectId=${made?.customerId}`)).items
  expect(line).toMatchObject({ kind: 'customer.refreshed' })
  const { changes } = await activityData(made?.customerId ?? '')
  expect(changes).toEqual([
    { field: 'companyName', before: 'Bakkerij Peeters', after: `${'𝒳'.repeat(100)}…` },
    { field: 'mobile', before: '+32 470 00 00 00', after: null },
  ])
})

test('the same again changes nothing and writes no history', async () => {
  const same = record()
  const [made] = await upsert([same], { mode: 'create' })
  const [again] = await upsert([same])
  expect(again).toMatchObject({ outcome: 'unchanged', changes: [] })
  expect((await world.get(`/activities?subjectId=${made?.customerId}`)).items).toHaveLength(1)
})

test('creating leaves a customer that exists as it is', async () => {
  const existing = record()
  await upsert([existing], { mode: 'create' })
  const [known] = await upsert([{ ...existing, city: 'Elders', updatedAt: new Date() }], { mode: 'create' })
  expect(known?.outcome).toBe('unchanged')
  expect((await getCustomer(world.ctx, known?.customerId ?? '')).city).toBe('Gent')
})

test('a row of a list is enough for a new customer; when the record itself was read is known', async () => {
  const whole = record({ invoicingCity: 'Brussel' })
  const [made] = await upsert([asListRow(whole)], { mode: 'create' })
  const customerId = made?.customerId ?? ''
  expect(await getCustomer(world.ctx, customerId)).toMatchObject({ invoicingCity: null, detailsReadAt: null })
  await upsert([whole], { mode: 'complete' })
  const complete = await getCustomer(world.ctx, customerId)
  expect(complete).toMatchObject({ invoicingCity: 'Brussel', crmFacts: { invoicingCity: 'Brussel' } })
  expect(complete.detailsReadAt).toBeInstanceOf(Date)
})

function after(number: string, steps: number): string {
  return `${number[0]}${String(Number(number.slice(1)) + steps).padStart(5, '0')}`
}

let made = 0
function record(given: Partial<CrmCustomer> = {}): CrmCustomer {
  made += 1
  const externalId = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  return crmCompany({ externalId, ...given })
}

async function upsert(
  customers: readonly CrmCustomer[],
  given: Partial<UpsertInput> = {},
  ctx: Context = world.ctx,
) {
  const { connectionId } = world
  const ticket = await inTransaction(ctx, drawReadTicket)
  return inTransaction(ctx, (tx) =>
    upsertCustomers(tx, { connectionId, customers, ticket, mode: 'refresh', ...given }),
  )
}

async function activityData(subjectId: string): Promise<Record<string, unknown>> {
  return inTransaction(world.ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('activities')
      .select('data')
      .where('subjectId', '=', subjectId)
      .where('kind', '=', 'customer.refreshed')
      .executeTakeFirstOrThrow()
    return row.data as Record<string, unknown>
  })
}
