import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { TeamleaderSandbox, TeamleaderSandboxOptions } from './start-teamleader-sandbox.ts'
import { startTeamleaderSandbox } from './start-teamleader-sandbox.ts'

const running: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

async function sandboxWith(options: TeamleaderSandboxOptions = {}): Promise<TeamleaderSandbox> {
  const sandbox = await startTeamleaderSandbox({ seed: 'empty', ...options })
  running.push(sandbox.stop)
  return sandbox
}

async function receiver(): Promise<{ url: string; bodies: string[] }> {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      bodies.push(body)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, bodies }
}

test('a booked invoice is announced to whoever registered for it, and can be read', async () => {
  const sandbox = await sandboxWith()
  const { access_token: token } = sandbox.control.issueTokens()
  const call = (endpoint: string, body: unknown) =>
    fetch(`${sandbox.apiUrl}/${endpoint}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const hook = await receiver()
  expect((await call('webhooks.register', { url: hook.url, types: ['invoice.booked'] })).status).toBe(204)
  const draft = sandbox.control.addInvoice({ status: 'draft', total: 12_345 })
  await sandbox.settled()
  expect(hook.bodies).toEqual([])
  expect((await call('invoices.book', { id: draft.id, on: '2026-11-21' })).status).toBe(204)
  await sandbox.settled()
  expect(hook.bodies.map((body) => JSON.parse(body))).toEqual([
    {
      type: 'invoice.booked',
      subject: { type: 'invoice', id: draft.id },
      account: { type: 'account', id: sandbox.account.id },
    },
  ])
  const { data } = (await (await call('invoices.info', { id: draft.id })).json()) as { data: unknown }
  expect(data).toMatchObject({
    status: 'outstanding',
    invoice_number: '2026 / 1',
    total: { payable: { amount: 123.45 }, due: { amount: 123.45 } },
  })
})

test('without a token nothing is answered', async () => {
  const sandbox = await sandboxWith()
  const response = await fetch(`${sandbox.apiUrl}/users.me`, { method: 'POST' })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ errors: [{ status: 401, title: 'Unauthorized' }] })
})
