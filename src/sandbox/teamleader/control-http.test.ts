import { expect, test } from 'vitest'
import type { TestSandbox } from './testing/open-test-sandbox.ts'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

async function verb(sandbox: TestSandbox, name: string, body: unknown = {}, type = 'application/json') {
  const options = { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) }
  const response = await fetch(`${sandbox.url}/control/${name}`, options)
  return {
    status: response.status,
    body: (await response.json()) as { data: Record<string, unknown>; errors: unknown },
  }
}

test('the control API runs the same verbs', async () => {
  const sandbox = await openTestSandbox()
  const { body } = await verb(sandbox, 'addInvoice', { status: 'draft', total: 0 })
  const id = String(body.data.id)
  expect((await verb(sandbox, 'bookInvoice', { id })).body.data).toMatchObject({ status: 'outstanding' })
  await verb(sandbox, 'setInvoiceTotal', { id, totalCents: 500 })
  expect(sandbox.control.invoices()[0]).toMatchObject({ id, totalCents: 500 })
  const before = sandbox.control.clock.now().getTime()
  await verb(sandbox, 'clock.advance', { ms: 3_600_000 })
  expect(sandbox.control.clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000)
  await verb(sandbox, 'replyOnce', { endpoint: 'users.me', fault: { kind: 'status', status: 503 } })
  expect((await sandbox.call('users.me')).status).toBe(503)
})

test('every listed verb exists, and mistakes are named', async () => {
  const sandbox = await openTestSandbox()
  const { verbs } = (await (await fetch(`${sandbox.url}/control`)).json()) as {
    verbs: Record<string, string[]>
  }
  for (const name of Object.keys(verbs)) {
    const owner = name
      .split('.')
      .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], sandbox.control)
    expect([name, typeof owner]).toEqual([name, 'function'])
  }
  expect((await verb(sandbox, 'bookInvoice')).body.errors).toMatchObject([{ title: 'id must be present' }])
  expect((await verb(sandbox, 'bookInvoice', { id: 'x' })).status).toBe(404)
  expect((await verb(sandbox, 'nonsense')).status).toBe(404)
})

test('a form of a foreign page cannot press a button', async () => {
  const sandbox = await openTestSandbox()
  expect((await verb(sandbox, 'revokeTokens', {}, 'text/plain')).status).toBe(405)
  expect((await sandbox.call('users.me')).status).toBe(200)
})

test('the panel shows each page, with names escaped', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.addCompany({ name: '<script>alert(1)</script>' })
  sandbox.control.addInvoice({ status: 'draft' })
  for (const path of ['/', '/panel/customers', '/panel/webhooks', '/panel/faults', '/panel/journal']) {
    const response = await fetch(sandbox.url + path)
    const text = await response.text()
    expect([path, response.status]).toEqual([path, 200])
    expect(text).not.toContain('<script>alert')
  }
  const invoices = await (await fetch(sandbox.url)).text()
  expect(invoices).toContain('aria-label="New invoice"')
  expect(invoices).toContain('aria-label="Book invoice draft for')
})

test('a benchmark can have thousands of booked invoices at once', async () => {
  const sandbox = await openTestSandbox({ rateLimitPerMinute: null })
  const made = sandbox.control.addMany({ invoices: 2_000, customers: 500 })
  expect(made.invoiceIds).toHaveLength(2_000)
  const filter = { ids: made.invoiceIds.slice(100, 200) }
  expect(await sandbox.list('invoices.list', { filter, page: { size: 100 } })).toHaveLength(100)
})
