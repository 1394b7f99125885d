import { expect, test } from 'vitest'
import type { TestSandbox } from './testing/open-test-sandbox.ts'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

function rawCall(sandbox: TestSandbox, signal?: AbortSignal): Promise<Response> {
  const headers = { authorization: `Bearer ${sandbox.token}` }
  return fetch(`${sandbox.apiUrl}/users.me`, {
    method: 'POST',
    headers,
    body: '{}',
    ...(signal && { signal }),
  })
}

test('statuses are given as often as asked, then the truth again', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.replyOnce('users.me', { kind: 'status', status: 429, retryAfterSeconds: 7 })
  sandbox.control.replyOnce('users.me', { kind: 'status', status: 500 }, 2)
  const limited = await rawCall(sandbox)
  expect(limited.status).toBe(429)
  expect(limited.headers.get('retry-after')).toBe('7')
  for (const status of [500, 500, 200]) expect((await rawCall(sandbox)).status).toBe(status)
  sandbox.control.replyAlways('*', { kind: 'status', status: 502 })
  for (const status of [502, 502]) expect((await rawCall(sandbox)).status).toBe(status)
  sandbox.control.clearFaults()
  expect((await rawCall(sandbox)).status).toBe(200)
  expect(sandbox.journal.requests().filter(({ fault }) => fault === 'status')).toHaveLength(5)
})

test('a web page, an empty body and half a body look like success until they are read', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.replyOnce('users.me', { kind: 'html' })
  const page = await rawCall(sandbox)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html'])
  sandbox.control.replyOnce('users.me', { kind: 'empty' })
  expect(await (await rawCall(sandbox)).text()).toBe('')
  sandbox.control.replyOnce('users.me', { kind: 'half' })
  await expect(rawCall(sandbox).then((half) => half.json())).rejects.toThrow()
})

test('a hanging call never answers and a cut one breaks', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.replyOnce('users.me', { kind: 'hang' })
  await expect(rawCall(sandbox, AbortSignal.timeout(100))).rejects.toThrow(/timeout/)
  sandbox.control.replyOnce('users.me', { kind: 'reset' })
  await expect(rawCall(sandbox)).rejects.toThrow()
})

test('other shapes: values set by path, removed, or made by a function', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.addInvoice()
  const patch = { 'data.*.total.due': null, 'data.*.id': undefined, 'data.*.extra': 1 }
  sandbox.control.replyOnce('invoices.list', { kind: 'patch', patch })
  const [row] = await sandbox.list('invoices.list')
  expect(row).toMatchObject({ total: { due: null }, extra: 1 })
  expect(row).not.toHaveProperty('id')
  sandbox.control.replyOnce('invoices.list', { kind: 'transform', transform: () => ({ items: [] }) })
  expect((await sandbox.call('invoices.list')).body).toEqual({ items: [] })
})

test('a failure before the work leaves nothing done, a failure after it leaves it done', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ total: 1000 })
  const payment = { id, payment: { amount: 10, currency: 'EUR' }, paid_at: '2026-11-21T10:00:00+00:00' }
  sandbox.control.replyOnce('invoices.registerPayment', { kind: 'status', status: 500 })
  await sandbox.call('invoices.registerPayment', payment)
  expect(await sandbox.info('invoices.info', id)).toMatchObject({ paid: false })
  sandbox.control.replyOnce('invoices.registerPayment', { kind: 'status', status: 500, afterWork: true })
  expect((await sandbox.call('invoices.registerPayment', payment)).status).toBe(500)
  expect(await sandbox.info('invoices.info', id)).toMatchObject({ paid: true })
})

test('filters can be ignored, and pages can move while they are read', async () => {
  const sandbox = await openTestSandbox({ seed: 1 })
  const sort = [{ field: 'invoice_number', order: 'asc' }]
  sandbox.control.ignoreFilters(true)
  const drafts = await sandbox.list('invoices.list', { filter: { status: ['draft'] }, page: { size: 100 } })
  expect(drafts).toHaveLength(100)
  sandbox.control.ignoreFilters(false)
  sandbox.control.movePagesWhilePaging(true)
  const pageOf = (number: number) => sandbox.list('invoices.list', { sort, page: { size: 50, number } })
  expect((await pageOf(2))[0]?.id).toBe((await pageOf(1)).at(-1)?.id)
})
