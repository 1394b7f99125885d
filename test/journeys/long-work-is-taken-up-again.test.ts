// Promise A12: an export of all customers that nobody works on any more is taken up again, or can be cancelled
// Promise A15: so is a refresh of many
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

type Run = { id: string; state: string }

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
  const company = world.teamleader.control.addCompany()
  world.teamleader.control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
})
afterAll(() => world.stop())

const starts = {
  export: () =>
    world.send<Run>('POST', '/api/v1/customer-exports', {
      connectionId: world.connectionId,
      details: 'lists',
    }),
  refresh: async () => {
    const { run } = await world.send<{ run: Run }>('POST', '/api/v1/customers/bulk', {
      selection: { filter: {} },
      action: 'refresh',
    })
    return run
  },
}

test.each(['export', 'refresh'] as const)(
  '%s: without its job it rests, and the tick takes it up',
  async (kind) => {
    const run = await startWithoutJob(kind)
    expect(await stateOf(run)).toBe('waiting')
    await tick()
    expect(await stateOf(run)).toBe('finished')
  },
)

test.each(['export', 'refresh'] as const)('%s: cancelled while nobody works on it, it ends', async (kind) => {
  const run = await startWithoutJob(kind)
  await world.send('POST', `/api/v1/long-runs/${run.id}/cancel`)
  await tick()
  expect(await stateOf(run)).toBe('cancelled')
})

test('asked again while it works, it is done once', async () => {
  const run = await starts.export()
  await world.app.jobs.runSchedule('tick-long-runs')
  await tick()
  expect(await stateOf(run)).toBe('finished')
  const { items } = await world.get<{ items: { runId?: string }[] }>('/shared-files')
  await tick()
  expect((await world.get<{ items: unknown[] }>('/shared-files')).items).toHaveLength(items.length)
})

/** As after a day of outage, when the queue has given up. */
async function startWithoutJob(kind: keyof typeof starts): Promise<Run> {
  const run = await starts[kind]()
  await world.app.ctx.database.owner.query(`delete from pgboss.job where singleton_key = $1`, [run.id])
  await world.drain()
  return run
}

async function tick(): Promise<void> {
  await world.app.jobs.runSchedule('tick-long-runs')
  await world.drain()
}

async function stateOf(run: Run): Promise<string> {
  return (await world.get<Run>(`/long-runs/${run.id}`)).state
}
