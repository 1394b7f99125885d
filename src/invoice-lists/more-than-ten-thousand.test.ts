import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInvoices } from '../../test/support/add-invoices.ts'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { summariseInvoices } from './summarise-invoices.ts'

let opened: TestContext
beforeAll(async () => {
  opened = await createTestContext()
})
afterAll(() => opened.close())

test('more than ten thousand archived hide neither how few are paid nor what is open', async () => {
  const ctx = await addTestCreditor(opened.ctx)
  await addInvoices(ctx, [
    ...Array.from({ length: 20_100 }, (_, n) => ({ id: `inv_a${n}`, state: 'archived' as const })),
    ...Array.from({ length: 5 }, (_, n) => ({ id: `inv_p${n}`, state: 'paid' as const })),
    { id: 'inv_o', state: 'booked', totalCents: 700, dueDate: '2026-06-01' },
  ])
  const summary = await summariseInvoices(ctx, { today: '2026-06-15' })
  expect(summary).toMatchObject({
    counts: { all: 10_001, open: 1, overdue: 1, paid: 5, archived: 10_001 },
    isCapped: true,
    totals: [],
    openTotals: [{ currency: 'EUR', amountCents: 700 }],
  })
})
