// Promise B7: when nothing changes in between, the import does exactly what the preview said, whatever there is
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { linesByHand, runByHand } from '../support/import-by-hand.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({
    resting: ['retrieve-documents', 'complete-customers'],
    callLimit: { calls: Number.POSITIVE_INFINITY },
    sandbox: { rateLimitPerMinute: null },
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
})
afterAll(() => world.stop())

const minute = 60_000

/** An invoice as it may stand in Teamleader, and what happened to it between one import and the next. */
const anInvoice = fc.record({
  status: fc.constantFrom('draft', 'outstanding', 'outstanding', 'outstanding', 'outstanding', 'matched'),
  total: fc.constantFrom(12_100, 12_100, 12_100, 999_999, 1, 0, -4_000),
  department: fc.constantFrom(0, 0, 0, 1),
  customer: fc.nat(3),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
  field: fc.constantFrom(null, 'Standard', 'Unheard of'),
  // U+0000 cannot be stored: such an invoice stands alone with its cause.
  order: fc.constantFrom('PO 1', 'PO 2', null, 'PO \u0000 3'),
  daysAgo: fc.constantFrom(0, 0, 1, 29, 30, 31, 40),
})
const aChange = fc.record({
  at: fc.nat(9),
  move: fc.constantFrom('pay', 'partPay', 'credit', 'raise', 'book', 'delete'),
})

test('over invoices of every kind, new and known', async () => {
  const { control } = world.teamleader
  const field = control.addCustomField({ context: 'invoice', label: 'Profile', type: 'single_line' })
  const chosen = control.departments()[0]?.id ?? ''
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    invoiceProfileFieldId: field.id,
    departmentExternalIds: [chosen],
  })
  const scenario = fc.record({
    invoices: fc.array(anInvoice, { minLength: 1, maxLength: 10 }),
    changes: fc.array(aChange, { maxLength: 6 }),
  })
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenario, async ({ invoices, changes }) => {
      const made = invoices.map((invoice) => make(invoice, field.id))
      for (const round of [[], changes]) {
        for (const change of round) apply(made[change.at % made.length] ?? '', change.move)
        // What changed just now is read again each time; both looks shall find the same.
        await world.advance(30 * minute)
        const preview = await runByHand(world, 'preview')
        const done = await runByHand(world, 'import')
        const [said, did] = [await linesByHand(world, preview.run.id), await linesByHand(world, done.run.id)]
        expect(Object.fromEntries(did)).toEqual(Object.fromEntries(said))
        expect(done).toMatchObject({ counts: preview.counts, totals: preview.totals, causes: preview.causes })
        for (const line of did.values()) outcomes.add(line.cause?.code ?? line.outcome)
      }
    }),
    { numRuns: 6, seed: 20_26 },
  )
  // The property says something only while the world is varied.
  for (const outcome of [
    'imported',
    'updated',
    'unchanged',
    'draft',
    'paid',
    'zero_amount',
    'negative_amount',
    'department_not_chosen',
    'cannot_be_stored',
  ])
    expect([...outcomes]).toContain(outcome)
}, 240_000)

type Made = typeof anInvoice extends fc.Arbitrary<infer T> ? T : never

function make(invoice: Made, fieldId: string): string {
  const { control } = world.teamleader
  while (control.companies().length < 4) control.addCompany()
  const [customer, department] = [
    control.companies()[invoice.customer]?.id ?? '',
    control.departments()[invoice.department]?.id ?? '',
  ]
  const day = new Date(world.ctx.now().getTime() - invoice.daysAgo * 86_400_000).toISOString().slice(0, 10)
  return control.addInvoice({
    status: invoice.status as 'draft' | 'outstanding' | 'matched',
    total: invoice.total,
    currency: invoice.currency,
    departmentId: department,
    customer: { type: 'company', id: customer },
    invoiceDate: day,
    ...(invoice.order !== null && { purchaseOrderNumber: invoice.order }),
    customFields: invoice.field === null ? [] : [{ id: fieldId, value: invoice.field }],
    silent: true,
  }).id
}

/** What a person does to it; what does not fit its state changes nothing. */
function apply(id: string, move: string): void {
  const { control } = world.teamleader
  const invoice = control.invoices().find((each) => each.id === id)
  if (!invoice) return
  if (move === 'raise') control.setInvoiceTotal(id, 5_500)
  else if (move === 'delete') control.deleteInvoice(id)
  else if (invoice.status === 'draft') control.bookInvoice(id)
  else if (invoice.totalCents > 1) settle(id, move)
}

function settle(id: string, move: string): void {
  const { control } = world.teamleader
  if (move === 'pay') control.payInvoice(id)
  if (move === 'partPay') control.partPay(id, 1)
  if (move === 'credit') control.creditInvoice(id)
}
