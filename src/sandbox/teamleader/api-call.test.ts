import { expect, test } from 'vitest'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

const unknownId = '11111111-1111-4111-8111-111111111111'

test('without a valid token nothing is answered', async () => {
  const sandbox = await openTestSandbox()
  const answer = await sandbox.call('users.me', {}, { authorization: 'Bearer made-up' })
  expect(answer).toMatchObject({ status: 401, body: { errors: [{ status: 401, title: 'Unauthorized' }] } })
})

test('every answer tells the limit, what remains of it and the version', async () => {
  const sandbox = await openTestSandbox()
  const first = await sandbox.call('users.me', {}, { 'x-api-version': '2021-01-01' })
  expect(first.headers.get('x-api-version')).toBe('2021-01-01')
  expect(first.headers.get('x-ratelimit-limit')).toBe('200')
  expect(first.headers.get('x-ratelimit-remaining')).toBe('199')
  const refused = await sandbox.call('invoices.info', { id: 'x' })
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('198')
  expect(Date.parse(refused.headers.get('x-ratelimit-reset') ?? '')).toBeGreaterThan(Date.now() + 50_000)
  expect(refused.headers.get('x-api-version')).toBe('2023-09-26')
})

test('the 201st call of a sliding minute is refused, and allowed when the first has left the window', async () => {
  const sandbox = await openTestSandbox({ rateLimitPerMinute: 3 })
  for (const status of [200, 200, 200, 429]) expect((await sandbox.call('users.me')).status).toBe(status)
  const refused = await sandbox.call('users.me')
  expect(refused.body).toEqual({ errors: [{ status: 429, title: 'Rate limit exceeded' }] })
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(refused.headers.get('retry-after')).toBeNull()
  sandbox.control.clock.advance(60_000)
  expect((await sandbox.call('users.me')).status).toBe(200)
  expect(sandbox.journal.maxCallsInAnyMinute()).toBe(5)
})

test('open questions: the reset may have another form, and Retry-After may be there', async () => {
  const sandbox = await openTestSandbox({ rateLimitPerMinute: 0 })
  sandbox.control.answers({ rateLimitResetForm: 'no-colon', retryAfterHeader: true })
  const refused = await sandbox.call('users.me')
  expect(refused.headers.get('x-ratelimit-reset')).toMatch(/T\d\d:\d\d:\d\d\.\d{3}\+0000$/)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('errors name the field in the words of the service', async () => {
  const sandbox = await openTestSandbox()
  const titles = async (operation: string, body: unknown) => {
    const { status, body: answer } = await sandbox.call(operation, body)
    expect(status).toBe(400)
    return answer.errors?.map(({ title, meta }) => [title, meta?.field])
  }
  expect(await titles('invoices.info', { id: '5' })).toEqual([['id invalid uuid', 'id']])
  expect(await titles('invoices.info', {})).toEqual([['id must be present', 'id']])
  expect(await titles('companies.add', { name: '' })).toEqual([['name must not be empty', 'name']])
  expect(await titles('invoices.list', { filter: { status: ['booked'] } })).toEqual([
    ['filter.status.0 must be in { "draft", "outstanding", "matched" }', 'filter.status.0'],
  ])
  expect(await titles('invoices.book', {})).toEqual([
    ['id must be present', 'id'],
    ['on must be present', 'on'],
  ])
})

test('an unknown id or endpoint is 404, a broken body 400', async () => {
  const sandbox = await openTestSandbox()
  expect((await sandbox.call('invoices.info', { id: unknownId })).status).toBe(404)
  expect((await sandbox.call('invoices.match', {})).status).toBe(404)
  expect((await sandbox.call('invoices.list', '{"page":')).status).toBe(400)
})

test('unknown filters, sort fields and keys are accepted and ignored', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.addInvoice()
  sandbox.control.addInvoice()
  const filter = { paid: true, update_since: '2099-01-01T00:00:00+00:00' }
  const body = { filter, sort: [{ field: 'updated_at' }], includes: 'nonsense', hello: 1 }
  expect(await sandbox.list('invoices.list', body)).toHaveLength(2)
  sandbox.control.answers({ rejectUnknownKeys: true })
  const strict = await sandbox.call('invoices.list', { filter })
  expect(strict.body.errors?.map(({ meta }) => meta?.field)).toEqual(['filter.paid', 'filter.update_since'])
})

test('an empty list, an empty text or the deprecated GET form are taken as requests', async () => {
  const sandbox = await openTestSandbox()
  for (let at = 0; at < 3; at += 1) sandbox.control.addCompany({ name: `Company ${at}` })
  expect(await sandbox.list('companies.list', '[]')).toHaveLength(3)
  expect(await sandbox.list('companies.list', '')).toHaveLength(3)
  const query = 'page[size]=2&page[number]=2&filter[updated_since]=2020-01-01T00:00:00%2B00:00'
  const headers = { authorization: `Bearer ${sandbox.token}` }
  const listed = await fetch(`${sandbox.apiUrl}/companies.list?${query}`, { headers })
  expect(((await listed.json()) as { data: unknown[] }).data).toHaveLength(1)
  const id = sandbox.control.companies()[0]?.id
  expect((await fetch(`${sandbox.apiUrl}/companies.info?id=${id}`, { headers })).status).toBe(200)
})

test('lists give 20 rows and no word about how many there are, unless asked', async () => {
  const sandbox = await openTestSandbox({ seed: 1 })
  for (const operation of ['companies.list', 'contacts.list', 'invoices.list']) {
    const { body } = await sandbox.call(operation)
    expect(body.data).toHaveLength(20)
    expect(body).not.toHaveProperty('meta')
    const asked = await sandbox.call(operation, { includes: 'pagination', page: { size: 5, number: 2 } })
    expect(asked.body.meta).toMatchObject({ page: { size: 5, number: 2 }, matches: expect.any(Number) })
  }
  expect((await sandbox.call('paymentTerms.list')).body.meta).toMatchObject({ default: expect.any(String) })
  expect(await sandbox.list('departments.list', { page: { number: 9 } })).toHaveLength(2)
})

test('open questions: the largest page and the longest list of ids', async () => {
  const sandbox = await openTestSandbox()
  const page = { size: 101 }
  expect((await sandbox.call('invoices.list', { page })).status).toBe(400)
  sandbox.control.answers({ overMaxPageSize: 'clamp', maxPageSize: 2 })
  for (let at = 0; at < 3; at += 1) sandbox.control.addInvoice()
  expect(await sandbox.list('invoices.list', { page })).toHaveLength(2)
  const ids = Array.from({ length: 101 }, () => unknownId)
  expect((await sandbox.call('invoices.list', { filter: { ids } })).status).toBe(400)
  sandbox.control.answers({ maxIds: null })
  expect(await sandbox.list('invoices.list', { filter: { ids } })).toEqual([])
})

test('the journal keeps each request with its refusal, and never a whole token', async () => {
  const sandbox = await openTestSandbox()
  await sandbox.call('invoices.info', { id: unknownId })
  const [line] = sandbox.journal.requests({ operation: 'invoices.info' })
  expect(line).toMatchObject({
    method: 'POST',
    status: 404,
    refusal: 'invoice not found',
    body: { id: unknownId },
  })
  expect(JSON.stringify(line)).not.toContain(sandbox.token)
  sandbox.journal.clear()
  expect(sandbox.journal.requests()).toEqual([])
})
