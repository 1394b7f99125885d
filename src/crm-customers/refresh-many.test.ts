import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'

type Run = {
  id: string
  state: string
  doneCount: number
  totalCount: number
  counts: Record<string, number>
  result: { unreadable: { customerId: string; name: string; problem: string }[] } | null
  problem: { code: string; message: string } | null
}
type Customer = { id: string; name: string }

const minute = 60_000

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    const { id: externalId } = world.teamleader.control.addCompany({ name })
    const link = { connectionId: world.connectionId, externalType: 'company', externalId }
    await world.send('POST', '/api/v1/customers', { facts: { companyName: name }, link })
  }
  await world.drain()
})
afterAll(() => world.stop())

test('a record at which Teamleader fails for good holds nobody up: it comes last, a few times, and is named', async () => {
  await renameAll('now')
  failAt('Beta now')
  const { id } = await refreshAll()
  await world.drain()
  expect(await runOf(id)).toMatchObject({ state: 'running', doneCount: 2, totalCount: 3 })
  expect(await names()).toEqual(['Alpha now', 'Beta', 'Gamma now'])
  for (const minutes of [1, 5, 10]) await world.advance(minutes * minute)
  expect((await runOf(id)).state).toBe('running')
  await world.advance(15 * minute)
  const run = await runOf(id)
  expect(run).toMatchObject({ state: 'finished', doneCount: 3, counts: { changed: 2, unread: 1 } })
  expect(run.problem).toEqual({ code: 'not_complete', message: '1 record could not be read: Beta' })
  expect(run.result?.unreadable).toMatchObject([{ name: 'Beta', problem: expect.stringContaining('500') }])
  const history = await world.get<{ items: { kind: string; cause: string }[] }>(
    `/activities?subjectId=${run.result?.unreadable[0]?.customerId}`,
  )
  expect(history.items[0]).toMatchObject({ kind: 'customer.refreshFailed' })
  world.teamleader.control.clearFaults()
})

test('one that answers again later is refreshed like the others', async () => {
  await renameAll('later')
  failAt('Gamma later')
  const { id } = await refreshAll()
  await world.drain()
  await world.advance(minute)
  expect((await runOf(id)).state).toBe('running')
  world.teamleader.control.clearFaults()
  await world.advance(5 * minute)
  expect(await runOf(id)).toMatchObject({
    state: 'finished',
    doneCount: 3,
    problem: null,
    counts: { unread: 0 },
  })
  expect(await names()).toEqual(['Alpha later', 'Beta later', 'Gamma later'])
})

test('while Teamleader is away nobody is given up, however often it is tried', async () => {
  await renameAll('in the end')
  const { id } = await refreshAll()
  world.teamleader.control.replyAlways('*', { kind: 'status', status: 503 })
  await world.drain()
  for (let hour = 0; hour < 8; hour += 1) await world.advance(60 * minute)
  expect((await runOf(id)).state).toBe('running')
  world.teamleader.control.clearFaults()
  await world.advance(60 * minute)
  expect(await runOf(id)).toMatchObject({
    state: 'finished',
    problem: null,
    counts: { changed: 3, unread: 0 },
  })
})

async function renameAll(word: string): Promise<void> {
  await world.advance(minute)
  for (const { id, name } of world.teamleader.control.companies())
    world.teamleader.control.editCompany(id, { name: `${name.split(' ')[0]} ${word}` })
}

function failAt(name: string): void {
  const { control } = world.teamleader
  const forId = control.companies().find((company) => company.name === name)?.id ?? ''
  control.replyAlways('companies.info', { kind: 'status', status: 500, forId })
}

async function refreshAll(): Promise<Run> {
  const body = { selection: { filter: {} }, action: 'refresh' }
  return (await world.send<{ run: Run }>('POST', '/api/v1/customers/bulk', body)).run
}

function runOf(id: string): Promise<Run> {
  return world.get<Run>(`/long-runs/${id}`)
}

async function names(): Promise<string[]> {
  const { items } = await world.get<{ items: Customer[] }>('/customers?sort=name')
  return items.map(({ name }) => name)
}
