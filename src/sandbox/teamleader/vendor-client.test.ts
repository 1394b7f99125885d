import { expect, test } from 'vitest'
import { callEverything } from './contract/call-everything.ts'
import { operations } from './operations/all-operations.ts'
import { openTestSandbox, vendorClient } from './testing/open-test-sandbox.ts'

test("the vendor's own client gets an answer from every operation", async () => {
  const sandbox = await openTestSandbox({ seed: 1, rateLimitPerMinute: null })
  const client = vendorClient(sandbox)
  const called = new Set<string>()
  await callEverything(async (operation, body = {}) => {
    const [resource = '', action = ''] = operation.split('.')
    called.add(operation)
    return client[resource]?.[action]?.(body)
  })
  expect([...called].sort()).toEqual(Object.keys(operations).sort())
  expect(sandbox.journal.requests().filter((line) => line.status >= 400)).toEqual([])
  expect(sandbox.journal.requests()[0]?.headers['x-api-version']).toBe('2023-09-26')
})

test("the vendor's client reads all pages only where the number of matches is told", async () => {
  const sandbox = await openTestSandbox({ seed: 1 })
  const client = vendorClient(sandbox)
  const all = (await client.companies?.list?.({ includes: 'pagination' }, { fetchAll: true })) as {
    data: unknown[]
  }
  expect(all.data).toHaveLength(60)
  await expect(client.companies?.list?.({}, { fetchAll: true })).rejects.toThrow()
})

test("a refusal reaches the vendor's client with status and envelope", async () => {
  const client = vendorClient(await openTestSandbox())
  const id = '11111111-1111-4111-8111-111111111111'
  await expect(client.invoices?.info?.({ id })).rejects.toMatchObject({
    status: 404,
    body: { errors: [{ title: expect.any(String) }] },
  })
})
