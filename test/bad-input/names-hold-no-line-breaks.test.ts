import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ switches: false })
})
afterAll(() => world.stop())

test.each([
  ['PATCH', '/api/v1/creditor'],
  ['POST', '/api/v1/profiles'],
])('%s %s refuses a name with a line break, which could end in a mail header', async (method, path) => {
  const answer = await world.visitor.request(method, path, { name: 'Peeters\r\nBcc: all@example.com' })
  expect(answer.status).toBe(422)
  expect(JSON.stringify(answer.body)).toContain('name')
})
