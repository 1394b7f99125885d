// Promise B9: a process that is killed at any moment loses no accepted event and makes no double
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrokenPromises } from '../../src/imports/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceCount, lineOf } from '../support/read-ledger.ts'
import { type Child, startChild } from '../support/start-child.ts'

let world: TestApp
let child: Child
beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createTestApp()
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
})

const accepted = new Set<string>()
const told = new Set<string>()

/** Each names the moment of the kill: by what the sandbox or the door has just seen. */
const moments = [
  { moment: 'while many events are accepted', invoices: 150, afterAnswers: 60 },
  { moment: 'while Teamleader is asked for the invoices', invoices: 25, call: 'invoices.list', nth: 1 },
  {
    moment: 'while it is asked for their customers, or for the next invoices',
    invoices: 25,
    call: '*',
    nth: 2,
  },
]

test.each(moments)('killed $moment', async ({ invoices, afterAnswers, call, nth }) => {
  child = await startChild(world.environment)
  const { invoiceIds } = world.teamleader.control.addMany({ invoices, customers: 5 })
  const killing = call ? killAtCall(call, nth ?? 1) : undefined
  let answers = 0
  await Promise.all(
    invoiceIds.map(async (id) => {
      const isAccepted = await announce(id)
      answers += isAccepted ? 1 : 0
      if (answers === afterAnswers) void child.kill()
    }),
  )
  await killing
  await child.kill()
  world.teamleader.control.clearFaults()
})

test('after the restart every accepted event has its invoice, one each, without a person', async () => {
  child = await startChild(world.environment)
  expect(accepted.size).toBeGreaterThan(30)
  const missing = async () => {
    const imported = new Set(await importedIds())
    return [...accepted].filter((id) => !imported.has(id)).length
  }
  await expect.poll(missing, { timeout: 90_000, interval: 1_000 }).toBe(0)
  // A sender that got no answer sends again.
  const answers = await Promise.all([...told].map(announce))
  expect(answers).not.toContain(false)
  await expect.poll(() => invoiceCount(world), { timeout: 90_000, interval: 500 }).toBe(told.size)
  for (const id of [...told].slice(0, 5))
    expect(await lineOf(world, id)).toMatchObject({ outcome: 'imported' })
  const broken = (await findBrokenPromises(world.app.ctx)).filter(({ count }) => count > 0)
  expect(broken).toEqual([])
}, 200_000)

async function importedIds(): Promise<string[]> {
  const rows = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db
      .selectFrom('importLines')
      .select('externalId')
      .where('outcome', 'in', ['imported', 'unchanged', 'updated'])
      .execute(),
  )
  return rows.map((row) => row.externalId)
}

/** Kills the child while the sandbox answers the nth such call from now on. */
function killAtCall(endpoint: string, nth: number): Promise<void> {
  return new Promise((resolve) => {
    let calls = 0
    world.teamleader.control.replyAlways(endpoint, {
      kind: 'transform',
      transform(answer) {
        calls += 1
        if (calls === nth) void child.kill().then(resolve)
        return answer
      },
    })
  })
}

/** Whether the child answered that it has the event. */
async function announce(invoiceId: string): Promise<boolean> {
  told.add(invoiceId)
  const [hook] = world.teamleader.control.webhooks.registered()
  const account = { type: 'account', id: world.teamleader.account.id }
  const body = { type: 'invoice.booked', subject: { type: 'invoice', id: invoiceId }, account }
  try {
    const response = await fetch(`${child.url}${new URL(hook?.url ?? '').pathname}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (response.status === 204) accepted.add(invoiceId)
    return response.status === 204
  } catch {
    return false
  }
}
