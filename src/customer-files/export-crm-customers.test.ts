import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'

type Run = {
  id: string
  state: string
  doneCount: number
  totalCount: number | null
  counts: Record<string, number>
  result: { sharedFileId: string; unreadable: { externalId: string; name: string; problem: string }[] } | null
  problem: { code: string; message: string } | null
}

let world: TestApp
beforeEach(async () => {
  world = await createTestApp({
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
})
afterEach(() => world.stop())

test('pressed twice it is one export; the history says who started it', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(one.id).toBe(other.id)
  await world.drain()
  const { items } = await world.get<{ items: { kind: string; actor: unknown }[] }>(
    `/activities?subjectId=${one.id}`,
  )
  expect(items.map(({ kind }) => kind)).toEqual(['longRun.finished', 'longRun.started'])
  expect((await world.get('/shared-files')).items).toHaveLength(1)
})

test('an account without customers gives a file with the header alone', async () => {
  const run = await exportAll()
  expect(run).toMatchObject({ state: 'finished', doneCount: 0, totalCount: 0 })
  expect(await textOf(run)).toMatch(/^customer_number;company_name;[^\r\n]*crm_status\r\n$/)
})

test('with the lists alone it costs a call for a hundred customers, and leaves the rest empty', async () => {
  world.teamleader.control.addMany({ invoices: 0, customers: 203 })
  const estimate = await world.get(`/customer-exports/estimate?connectionId=${world.connectionId}`)
  expect(estimate).toMatchObject({ customers: 203, lists: { calls: 7 }, whole: { calls: 210 } })
  world.teamleader.journal.clear()
  const run = await exportAll('lists')
  // The list of three pages is read twice.
  expect(run).toMatchObject({ doneCount: 203, totalCount: 203, counts: { calls: 7, companies: 203 } })
  expect(callsOf('companies.list')).toBe(6)
  expect(callsOf('contacts.list')).toBe(1)
  expect(callsOf('companies.info')).toBe(0)
  expect(await rowsOf(run)).toHaveLength(203)
})

test('what we have read whole, and has not changed since, is not asked about again', async () => {
  const { control } = world.teamleader
  const ids = ['Known', 'Changed', 'Unknown'].map(
    (name) => control.addCompany({ name, addresses: twoAddresses }).id,
  )
  for (const id of ids.slice(0, 2)) await addLinked(id)
  await world.advance(60_000)
  control.editCompany(ids[1] ?? '', { name: 'Changed since' })
  world.teamleader.journal.clear()
  const run = await exportAll()
  expect(run.counts).toMatchObject({ calls: 4, companies: 3 })
  const asked = world.teamleader.journal.requests({ operation: 'companies.info' })
  expect(asked.map(({ body }) => (body as { id: string }).id).sort()).toEqual(ids.slice(1).sort())
  const rows = await rowsOf(run)
  expect(rows.map((row) => [row.company_name, row.invoicing_address])).toEqual([
    ['Changed since', 'Postbus 9'],
    ['Known', 'Postbus 9'],
    ['Unknown', 'Postbus 9'],
  ])
  expect(rows.map((row) => row.customer_number !== '')).toEqual([true, true, false])
})

test('Teamleader goes away in the middle: the export goes on where it was, and asks nothing twice', async () => {
  world.teamleader.control.addMany({ invoices: 0, customers: 26 })
  world.teamleader.journal.clear()
  // Three of the first ten are answered.
  const { control } = world.teamleader
  control.replyOnce('companies.info', { kind: 'transform', transform: (answer) => answer }, 3)
  control.replyAlways('companies.info', { kind: 'status', status: 503 })
  const { id } = await start()
  await world.drain()
  const waiting = await world.get<Run>(`/long-runs/${id}`)
  expect(waiting).toMatchObject({ state: 'running', totalCount: 26 })
  expect(waiting.doneCount).toBe(3)
  control.clearFaults()
  await world.advance(3_600_000)
  const run = await world.get<Run>(`/long-runs/${id}`)
  expect(run).toMatchObject({ state: 'finished', doneCount: 26 })
  const served = world.teamleader.journal.requests({ operation: 'companies.info', status: 200 })
  expect(served).toHaveLength(26)
  expect(callsOf('companies.list')).toBe(1)
  expect(await rowsOf(run)).toHaveLength(26)
})

test('cancelled while it works: it stops at its next step, without a file, and what it gathered is gone', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 0, customers: 101 })
  const { id } = await start()
  let cancelling: Promise<unknown> | undefined
  control.replyAlways('companies.info', {
    kind: 'transform',
    transform(answer) {
      cancelling ??= world.send('POST', `/api/v1/long-runs/${id}/cancel`)
      return answer
    },
  })
  await world.drain()
  await cancelling
  const run = await world.get<Run>(`/long-runs/${id}`)
  expect(run).toMatchObject({ state: 'cancelled', result: null })
  expect(run.doneCount).toBeLessThan(101)
  expect((await world.get('/shared-files')).items).toEqual([])
  expect(await gatheredRows()).toBe(0)
  // Cancelled is over: another one may start.
  control.clearFaults()
  expect(await exportAll('lists')).toMatchObject({ state: 'finished', doneCount: 101 })
  expect(await gatheredRows()).toBe(0)
})

test('a record that cannot be read is named, and holds nobody else up', async () => {
  const { control } = world.teamleader
  const [one, two, three] = ['One', 'Two', 'Three'].map((name) => control.addCompany({ name }))
  control.replyOnce('companies.list', { kind: 'patch', patch: { 'data.0.name': { no: 'text' } } })
  control.replyOnce('companies.info', { kind: 'patch', patch: { 'data.emails': 'broken' } })
  const run = await exportAll()
  expect(run).toMatchObject({ state: 'finished', doneCount: 3, totalCount: 3 })
  expect(run.counts).toMatchObject({ companies: 2, unreadable: 2 })
  const unreadable = run.result?.unreadable ?? []
  const ids = [two, three].map((company) => company?.id)
  expect(unreadable.map(({ externalId }) => externalId)).toContain(one?.id)
  expect(ids).toContain(unreadable.find(({ name }) => name !== '')?.externalId)
  expect(unreadable.every(({ problem }) => problem !== '')).toBe(true)
  // The list told of it: that is in the file.
  expect((await rowsOf(run)).map((row) => row.company_name)).toEqual(['Three', 'Two'])
})

test('a record that moves between two pages is in the file once', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 0, customers: 130 })
  let first: unknown
  const remember = (answer: unknown) => {
    first = (answer as { data: unknown[] }).data[0]
    return answer
  }
  const repeat = (answer: unknown) => {
    const { data } = answer as { data: unknown[] }
    return { data: [first, ...data] }
  }
  control.replyOnce('companies.list', { kind: 'transform', transform: remember })
  control.replyOnce('companies.list', { kind: 'transform', transform: repeat })
  const run = await exportAll('lists')
  expect(run).toMatchObject({ state: 'finished', doneCount: 130, totalCount: 130 })
  const ids = (await rowsOf(run)).map((row) => row.crm_id)
  expect(new Set(ids).size).toBe(130)
  expect(ids).toHaveLength(130)
})

test('a deletion moves the others up while the lists are read: a customer of ours is in the file all the same', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 0, customers: 101 })
  const companies = control.companies()
  // The last of all stands alone on the second page; it moves to the first one, which was read already.
  const last = companies.at(-1)?.id ?? ''
  await addLinked(last)
  control.replyOnce('companies.list', {
    kind: 'transform',
    transform(answer) {
      control.deleteCompany(companies[0]?.id ?? '')
      return answer
    },
  })
  const run = await exportAll('lists')
  expect((await rowsOf(run)).map((row) => row.crm_id)).toContain(last)
  expect(run.counts).toMatchObject({ companies: 101 })
})

test('a deletion moves an unknown one up to a page that was read already: it is in the file all the same', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 0, customers: 101 })
  const companies = control.companies()
  deleteWhileListing([companies[0]?.id])
  const run = await exportAll('lists')
  expect((await rowsOf(run)).map((row) => row.crm_id)).toContain(companies.at(-1)?.id)
  // Read, read again because it had moved, and once more to see it stand still; it fits on one page by then.
  expect(callsOf('companies.list')).toBeLessThan(7)
  expect(run).toMatchObject({ state: 'finished', result: { isComplete: true }, problem: null })
})

test('somebody deletes a record in each reading: the export ends all the same, and says that one may be missing', async () => {
  const { control } = world.teamleader
  control.addMany({ invoices: 0, customers: 110 })
  const ids = control.companies().map(({ id }) => id)
  // Each reading has two pages.
  deleteWhileListing([ids[0], undefined, ids[1], undefined, ids[2], undefined, ids[3]])
  const run = await exportAll('lists')
  expect(run).toMatchObject({ state: 'finished', result: { isComplete: false } })
  expect(run.problem).toMatchObject({
    code: 'not_complete',
    message: expect.stringContaining('may be missing'),
  })
  expect(callsOf('companies.list')).toBeLessThanOrEqual(12)
  expect((await rowsOf(run)).length).toBeGreaterThanOrEqual(106)
})

test('records at which Teamleader fails for good hold nobody up: they are tried again, then named', async () => {
  const { control } = world.teamleader
  const [one, two] = ['Broken', 'Sound'].map((name) => control.addCompany({ name }))
  control.addMany({ invoices: 0, customers: 21 })
  breakRecord(one?.id ?? '')
  const { id } = await start()
  await world.drain()
  // All the others are done.
  expect(await world.get<Run>(`/long-runs/${id}`)).toMatchObject({ state: 'running', doneCount: 22 })
  for (const minutes of [1, 5, 10]) await world.advance(minutes * 60_000)
  expect(await world.get<Run>(`/long-runs/${id}`)).toMatchObject({ state: 'running', doneCount: 22 })
  await world.advance(15 * 60_000)
  const run = await world.get<Run>(`/long-runs/${id}`)
  expect(run).toMatchObject({ state: 'finished', doneCount: 23, counts: { companies: 23, unreadable: 1 } })
  expect(run.problem?.message).toBe('1 record could not be read: Broken')
  expect(run.result?.unreadable).toMatchObject([{ externalId: one?.id, name: 'Broken' }])
  expect(run.result?.unreadable[0]?.problem).toContain('500')
  // What the list told of it is in the file.
  expect((await rowsOf(run)).map((row) => row.crm_id)).toEqual(expect.arrayContaining([one?.id, two?.id]))
  expect(await rowsOf(run)).toHaveLength(23)
})

test('while Teamleader is away no record is given up, however often it is tried', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Sound' })
  const { id } = await start()
  control.replyAlways('contacts.list', { kind: 'transform', transform: goAway })
  await world.drain()
  for (let hour = 0; hour < 8; hour += 1) await world.advance(3_600_000)
  expect(await world.get<Run>(`/long-runs/${id}`)).toMatchObject({ state: 'running', totalCount: 1 })
  control.clearFaults()
  await world.advance(3_600_000)
  const run = await world.get<Run>(`/long-runs/${id}`)
  expect(run).toMatchObject({ state: 'finished', problem: null, counts: { unreadable: 0 } })
  expect((await rowsOf(run)).map((row) => row.crm_id)).toEqual([company.id])

  function goAway(answer: unknown) {
    control.replyAlways('companies.info', { kind: 'status', status: 503 })
    control.replyAlways('companies.list', { kind: 'status', status: 503 })
    return answer
  }
})

test('deleted in Teamleader after the list was read: it is in no file', async () => {
  const { control } = world.teamleader
  const kept = control.addCompany({ name: 'Kept' })
  const deleted = control.addCompany({ name: 'Deleted' })
  control.replyOnce('contacts.list', {
    kind: 'transform',
    transform(answer) {
      control.deleteCompany(deleted.id)
      return answer
    },
  })
  const run = await exportAll()
  expect(run).toMatchObject({ state: 'finished', doneCount: 1, totalCount: 1 })
  expect((await rowsOf(run)).map((row) => row.crm_id)).toEqual([kept.id])
})

test('a connection that is not connected is refused at once, in words', async () => {
  await world.send('POST', `/api/v1/connections/${world.connectionId}/disconnect`)
  const body = { connectionId: world.connectionId }
  const answer = await world.visitor.request('POST', '/api/v1/customer-exports', body)
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'reconnect_needed' } } })
  expect((await world.get('/long-runs')).items).toEqual([])
})

/** Deletes a record, or none, after each answered page of the list of companies. */
function deleteWhileListing(ids: readonly (string | undefined)[]): void {
  const { control } = world.teamleader
  const left = [...ids]
  world.teamleader.journal.clear()
  control.replyAlways('companies.list', {
    kind: 'transform',
    transform(answer) {
      const id = left.shift()
      if (id) control.deleteCompany(id)
      return answer
    },
  })
}

/** Teamleader fails at this record whenever it is asked for, and at no other. */
function breakRecord(id: string): void {
  world.teamleader.control.replyAlways('companies.info', { kind: 'status', status: 500, forId: id })
}

async function gatheredRows(): Promise<number> {
  const { rows } = await world.ctx.database.owner.query('select from crm_export_rows')
  return rows.length
}

const twoAddresses = [
  { type: 'primary' as const, address: addressOf('Kerkstraat 1') },
  { type: 'invoicing' as const, address: addressOf('Postbus 9') },
]

function addressOf(line1: string) {
  return { line1, postalCode: '9000', city: 'Gent', country: 'BE', addressee: null }
}

async function addLinked(externalId: string): Promise<void> {
  const link = { connectionId: world.connectionId, externalType: 'company', externalId }
  await world.send('POST', '/api/v1/customers', { facts: { companyName: 'Picked' }, link })
  await world.drain()
}

function start(details: 'whole' | 'lists' = 'whole'): Promise<Run> {
  return world.send<Run>('POST', '/api/v1/customer-exports', { connectionId: world.connectionId, details })
}

async function exportAll(details: 'whole' | 'lists' = 'whole'): Promise<Run> {
  const { id } = await start(details)
  await world.drain()
  return world.get<Run>(`/long-runs/${id}`)
}

async function textOf(run: Run): Promise<string> {
  const answer = await world.visitor.download(`/api/v1/shared-files/${run.result?.sharedFileId}/content`)
  return answer.text()
}

async function rowsOf(run: Run): Promise<Record<string, string>[]> {
  return parse(await textOf(run), { bom: true, columns: true, delimiter: ';' })
}

function callsOf(operation: string): number {
  return world.teamleader.journal.requests({ operation }).length
}
