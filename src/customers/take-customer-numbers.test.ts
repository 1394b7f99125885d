import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { takeCustomerNumbers } from './take-customer-numbers.ts'

let world: TestContext
let ctx: Context
beforeAll(async () => {
  world = await createTestContext()
  ctx = await addTestCreditor(world.ctx)
})
afterAll(() => world.close())

test('numbers come one after the other, padded, and step over those given by hand, however many they are', async () => {
  expect(await take(2)).toEqual(['C00001', 'C00002'])
  await give(['C00003', 'C00005', 'C5', 'c00004', 'C0000006'])
  expect(await take(3)).toEqual(['C00004', 'C00006', 'C00007'])
  await give(Array.from({ length: 300 }, (_, index) => `C${String(8 + index).padStart(5, '0')}`))
  expect(await take(2)).toEqual(['C00308', 'C00309'])
  expect(await take(0)).toEqual([])
})

test('an absurd number by hand does not make the sequence jump', async () => {
  await give(['C999999999999999', 'C99999999999999999999999999'])
  expect(await take(1)).toEqual(['C00310'])
})

test('past five digits a number has as many as it needs', async () => {
  await inTransaction(ctx, (tx) =>
    tx.db
      .updateTable('creditors')
      .set({ lastCustomerNumber: 99_998, customerNumberPrefix: 'K-' })
      .where('id', '=', creditorOf(tx))
      .execute(),
  )
  expect(await take(2)).toEqual(['K-99999', 'K-100000'])
  await give(Array.from({ length: 80 }, (_, index) => `K-${100_001 + index}`))
  expect(await take(1)).toEqual(['K-100081'])
})

function take(count: number): Promise<string[]> {
  return inTransaction(ctx, (tx) => takeCustomerNumbers(tx, count))
}

let given = 0

function give(numbers: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now()
    const rows = numbers.map((number) => {
      given += 1
      const id = `cus_${given}`
      return { id, creditorId: creditorOf(tx), number, kind: 'person', createdAt: now, updatedAt: now }
    })
    await tx.db.insertInto('customers').values(rows).execute()
  })
}
