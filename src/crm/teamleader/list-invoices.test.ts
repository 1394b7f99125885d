import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestSource } from '../../../test/support/open-test-source.ts'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../../sandbox/index.ts'
import type { CrmSource } from '../source.ts'

let sandbox: TeamleaderSandbox
let source: CrmSource

beforeAll(async () => {
  sandbox = await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null })
  source = openTestSource(sandbox).source
})
afterEach(() => {
  sandbox.control.clearFaults()
  sandbox.control.ignoreFilters(false)
  sandbox.control.answers({ paginationMeta: 'asked' })
})
afterAll(() => sandbox.stop())

test('by the day on the invoice: both days are in, the days around them are not', async () => {
  const days = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']
  const made = new Map(days.map((day) => [day, sandbox.control.addInvoice({ invoiceDate: day }).id]))
  const { items } = await source.listInvoices({ dates: { from: '2024-02-29', to: '2024-03-01' }, page: 1 })
  expect(items.map((invoice) => invoice.externalId)).toEqual([made.get('2024-02-29'), made.get('2024-03-01')])
})

test.each(['2023 / 1', '2023/1', ' 2023  /1 '])('by number, written as %j', async (asked) => {
  const [first, second] = sandbox.control.departments()
  if (sandbox.control.invoices().every(({ number }) => number !== '2023 / 1'))
    for (const department of [first, second])
      sandbox.control.addInvoice({ invoiceDate: '2023-05-05', departmentId: department?.id ?? '' })
  const { items } = await source.listInvoices({ number: asked, page: 1 })
  expect(items.map((invoice) => invoice.number)).toEqual(['2023 / 1', '2023 / 1'])
  expect(new Set(items.map((invoice) => invoice.departmentExternalId)).size).toBe(2)
})

test.each([
  { dates: { from: '2024-03-02', to: '2024-03-02' }, page: 1 },
  { number: '2024 / 2', page: 1 },
])('rows that were not asked for stop it: %j', async (query) => {
  sandbox.control.addInvoice({ invoiceDate: '2022-01-01' })
  sandbox.control.ignoreFilters(true)
  await expect(source.listInvoices(query)).rejects.toMatchObject({ code: 'filter_ignored' })
})

test('how many there are in all is told where Teamleader says it', async () => {
  const query = { dates: { from: '2024-01-01', to: '2024-12-31' }, page: 1 }
  expect(await source.listInvoices(query)).toMatchObject({ matches: 4 })
  sandbox.control.answers({ paginationMeta: 'never' })
  expect(await source.listInvoices(query)).toMatchObject({ matches: null })
})
