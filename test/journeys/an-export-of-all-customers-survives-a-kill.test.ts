// Promise A12: an export that is killed in the middle goes on where it was, whoever is alive then
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type Child, startChild } from '../support/start-child.ts'

type Run = { id: string; state: string; doneCount: number; result: { sharedFileId: string } | null }

const companies = 57

let world: TestApp
let child: Child | undefined
beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createTestApp({
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
  world.teamleader.control.addMany({ invoices: 0, customers: companies })
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
})

test('killed while it asks for details; started again it asks only for what is missing', async () => {
  world.teamleader.journal.clear()
  const { id } = await world.send<Run>('POST', '/api/v1/customer-exports', {
    connectionId: world.connectionId,
  })
  const killed = killAtDetail(15)
  child = await startChild(world.environment)
  await killed
  world.teamleader.control.clearFaults()
  expect(await world.get<Run>(`/long-runs/${id}`)).toMatchObject({ state: 'running', doneCount: 10 })
  expect((await world.get('/shared-files')).items).toEqual([])
  child = await startChild(world.environment)
  const state = async () => (await world.get<Run>(`/long-runs/${id}`)).state
  await expect.poll(state, { timeout: 90_000, interval: 500 }).toBe('finished')
  const run = await world.get<Run>(`/long-runs/${id}`)
  expect(run.doneCount).toBe(companies)
  const answer = await world.visitor.download(`/api/v1/shared-files/${run.result?.sharedFileId}/content`)
  const rows = parse(await answer.text(), { bom: true, columns: true, delimiter: ';' }) as {
    crm_id: string
  }[]
  expect(new Set(rows.map((row) => row.crm_id)).size).toBe(companies)
  expect(rows).toHaveLength(companies)
  // A kill costs the answers of one step, which asks for ten side by side.
  const details = world.teamleader.journal.requests({ operation: 'companies.info' })
  expect(details.length).toBeLessThanOrEqual(companies + 10)
  expect(world.teamleader.journal.requests({ operation: 'companies.list' })).toHaveLength(1)
}, 200_000)

/** Kills the child while Teamleader answers the nth such question from now on. */
function killAtDetail(nth: number): Promise<void> {
  return new Promise((resolve) => {
    let calls = 0
    world.teamleader.control.replyAlways('companies.info', {
      kind: 'transform',
      transform(answer) {
        calls += 1
        if (calls === nth) void child?.kill().then(resolve)
        return answer
      },
    })
  })
}
