// Promise N7: whatever is sent to the API, the answer is a refusal in words, never a failure of ours
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { naughtyStrings } from './naughty-strings.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij 100% Échte_Bröd' })
  control.addInvoice({ customer: { type: 'company', id: company.id } })
  control.addInvoice({ total: 0 })
  await world.drain()
})
afterAll(() => world.stop())

const queries = [
  '/invoices?q=',
  '/invoices?cursor=',
  '/invoices?sort=number&cursor=',
  '/invoices?profileId=',
  '/invoices?customerId=',
  '/invoices?currency=',
  '/invoices?state=',
  '/invoices?limit=',
  '/invoices/summary?q=',
  '/invoices/',
  '/import-lines?q=',
  '/import-lines?cursor=',
  '/import-runs?webhooks=true&cursor=',
  '/activities?cursor=',
  '/activities?subjectId=',
]

test.each(queries)('GET %s with any text is answered or refused', async (path) => {
  for (const text of naughtyStrings) {
    // Half a surrogate pair cannot be written in an address at all.
    const answer = await world.visitor.request(
      'GET',
      `/api/v1${path}${encodeURIComponent(text.toWellFormed())}`,
    )
    expect({ text, status: answer.status }).toEqual({ text, status: expect.any(Number) })
    expect(answer.status, `${path}${JSON.stringify(text.slice(0, 40))}`).toBeLessThan(500)
    if (answer.status >= 400) expect(answer.body).toMatchObject({ error: { code: expect.any(String) } })
  }
})

test('a field that nobody knows is refused by its name, and nothing happens', async () => {
  const [invoice] = (await world.get('/invoices')).items
  const answer = await world.visitor.request('POST', `/api/v1/invoices/${invoice?.id}/promise`, {
    promisedFor: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    amountCents: 5_000,
    withoutReminders: true,
  })
  expect(answer).toMatchObject({
    status: 422,
    body: { error: { fields: [{ path: 'amountCents' }, { path: 'withoutReminders' }] } },
  })
  expect((await world.get(`/invoices/${invoice?.id}/stops`)).items).toEqual([])
})

test('a name with signs that mean something in SQL patterns finds just itself', async () => {
  const found = async (q: string) => (await world.get(`/invoices?q=${encodeURIComponent(q)}`)).items.length
  expect(await found('100% échte_bröd')).toBe(1)
  expect(await found('100%x')).toBe(0)
  expect(await found('%')).toBe(1)
  expect(await found('_%_')).toBe(0)
})

test('cursors of every shape are understood or refused, in every list', async () => {
  const encoded = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc
      .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    fc.tuple(fc.date({ noInvalidDate: true }), fc.string()).map(([at, id]) => `${at.toISOString()}~${id}`),
    fc.constantFrom(
      '0~x',
      '2026~x',
      '+275760-09-13T00:00:00.000Z~x',
      '-271821-04-20T00:00:00.000Z~x',
      '~',
      'x~',
    ),
  )
  const lists = [
    '/invoices?cursor=',
    '/invoices?sort=openAmount&cursor=',
    '/invoices?sort=dueDate&cursor=',
    '/import-lines?cursor=',
    '/activities?cursor=',
  ]
  await fc.assert(
    fc.asyncProperty(encoded, fc.constantFrom(...lists), async (cursor, list) => {
      const path = `/api/v1${list}${encodeURIComponent(cursor.toWellFormed().slice(0, 400))}`
      const { status } = await world.visitor.request('GET', path)
      expect(status).toBeLessThan(500)
    }),
    { numRuns: 60, seed: 20_261_121 },
  )
})

const bodies: [string, string, (text: string) => unknown][] = [
  ['POST', '/profiles', (name) => ({ name })],
  ['PATCH', '/creditor', (name) => ({ name })],
  ['POST', '/connections/authorise', (source) => ({ source })],
  ['POST', '/sign-in', (text) => ({ email: text, password: text })],
  ['PATCH', '/me', (language) => ({ language })],
]

test.each(bodies)('%s %s with any text is answered or refused', async (method, path, body) => {
  for (const text of naughtyStrings) {
    const answer = await world.visitor.request(method, `/api/v1${path}`, body(text))
    expect(answer.status, JSON.stringify(text.slice(0, 40))).toBeLessThan(500)
  }
})

test('the options of a connection with any text are answered or refused', async () => {
  const path = `/api/v1/connections/${world.connectionId}`
  for (const text of naughtyStrings) {
    const fields = {
      invoiceProfileFieldId: text,
      subscriptionProfileFieldId: text,
      departmentExternalIds: [text],
    }
    expect((await world.visitor.request('PATCH', path, fields)).status).toBeLessThan(500)
    const refused = await world.visitor.request('PATCH', path, { defaultProfileId: text })
    expect(refused.status).toBe(422)
  }
})

test('names that were accepted come back as they were sent', async () => {
  const { items } = await world.get<{ items: { name: string }[] }>('/profiles')
  const kept = new Set(items.map((profile) => profile.name))
  for (const text of [
    '👩‍👩‍👧‍👦 family',
    '<script>alert(1)</script>',
    "Robert'); drop table invoices;--",
    '株式会社サンプル',
  ]) {
    expect(kept).toContain(text)
  }
})

test('bodies that are no JSON, or JSON of another kind, are refused and never a 5xx', async () => {
  const cookie = await signedIn()
  // Of JSONTestSuite's kinds: some that must be accepted as JSON, some that must not.
  const sent = [
    '',
    '{',
    '[',
    '[1,]',
    'null',
    '0',
    '-',
    '"a"',
    '[[[[]]]]',
    '{"name":1}',
    '{"name":{}}',
    '{"name":null}',
    '{"a":1,"a":2}',
    '1e999',
    '\ufeff{}',
    '{"name":"\\ud800"}',
    '{"name":"\\u0000"}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":1}}',
    '['.repeat(20_000),
    '['.repeat(200_000) + ']'.repeat(200_000),
  ]
  for (const body of sent) {
    const answer = await fetch(`${world.url}/api/v1/profiles`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'application/json' },
    })
    expect(answer.status, body.slice(0, 40)).toBeGreaterThanOrEqual(body.includes('ud800') ? 200 : 400)
    expect(answer.status, body.slice(0, 40)).toBeLessThan(500)
  }
})

test('none of this was our bug: the log has no failed request', () => {
  expect(world.logLines.filter((line) => line.includes('request failed'))).toEqual([])
})

async function signedIn(): Promise<string> {
  const answer = await fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
