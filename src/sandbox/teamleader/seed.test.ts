import { expect, test } from 'vitest'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

test('the same seed gives the same business, another seed another', async () => {
  const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => openTestSandbox({ seed, now })))
  expect(again?.control.invoices()).toEqual(first?.control.invoices())
  expect(again?.account).toEqual(first?.account)
  expect(other?.control.invoices()).not.toEqual(first?.control.invoices())
})

test('the business is small, believable and untidy', async () => {
  const { control } = await openTestSandbox({ seed: 1, now })
  const invoices = control.invoices()
  expect([invoices.length, control.companies().length, control.contacts().length]).toEqual([200, 60, 40])
  const count = (test: (invoice: (typeof invoices)[number]) => boolean) => invoices.filter(test).length
  expect(count(({ status }) => status === 'draft')).toBeGreaterThan(2)
  expect(count(({ totalCents }) => totalCents === 0)).toBeGreaterThan(1)
  expect(count(({ paid }) => paid)).toBeGreaterThan(60)
  expect(count(({ paid, payments }) => !paid && payments.length > 0)).toBeGreaterThan(1)
  expect(count(({ creditedCents }) => creditedCents > 0)).toBe(2)
  expect(new Set(invoices.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD', 'GBP']))
  expect(count(({ subscriptionIds }) => subscriptionIds.length > 0)).toBeGreaterThan(10)
  expect(count(({ customFields }) => customFields.length > 0)).toBeGreaterThan(20)
  const numbers = invoices.flatMap(({ number }) => number ?? [])
  expect(new Set(numbers).size).toBeLessThan(numbers.length)
  expect(control.companies().filter(({ emails }) => emails.length === 0).length).toBeGreaterThan(2)
  const invoicing = control
    .companies()
    .filter(({ emails }) => emails.filter(({ type }) => type === 'invoicing').length > 1)
  expect(invoicing.length).toBeGreaterThan(2)
})

test('nothing in it happened in the future, and numbers follow dates', async () => {
  const { control } = await openTestSandbox({ seed: 3, now })
  const invoices = control.invoices()
  for (const { createdAt, updatedAt, payments } of invoices) {
    expect(Math.max(createdAt, updatedAt, ...payments.map(({ paidAt }) => paidAt))).toBeLessThanOrEqual(
      +now(),
    )
  }
  const [department] = control.departments()
  const dates = invoices.flatMap(({ departmentId, invoiceDate }) =>
    departmentId === department?.id && invoiceDate ? [invoiceDate] : [],
  )
  expect(dates).toEqual([...dates].sort())
})
