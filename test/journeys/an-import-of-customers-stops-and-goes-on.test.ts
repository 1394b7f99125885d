// Promise A13: an import that is killed, cancelled or pressed twice brings in every row once, and says where it stands
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'
import { type Child, startChild } from '../support/start-child.ts'

let world: TestApp
let door: FileDoor
let child: Child | undefined
beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for whoever the test lets do it.
  world = await createTestApp({ switches: false })
  door = fileDoor(world)
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
})

const rows = 12_000

test('killed in the middle, the next process goes on behind the last page: every row once', async () => {
  const file = await door.upload('many.csv', fileOf('K', rows))
  child = await startChild(world.environment)
  await world.send('POST', `/api/v1/customer-imports/${file.id}/import`)
  const done = async () => (await door.get(file.id)).run?.doneCount ?? 0
  await expect.poll(done, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0)
  await child.kill()
  const stopped = await door.get(file.id)
  expect(stopped).toMatchObject({ state: 'importing' })
  expect(await done()).toBeLessThan(rows)
  expect(await count('K')).toBe(await done())

  child = await startChild(world.environment)
  await expect
    .poll(async () => (await door.get(file.id)).state, { timeout: 120_000, interval: 500 })
    .toBe('imported')
  await child.kill()
  expect(await door.get(file.id)).toMatchObject({
    counts: { total: rows, create: rows - 1, refuse: 1 },
    run: { doneCount: rows, totalCount: rows },
  })
  expect(await count('K')).toBe(rows - 1)
  // The last row is about the same customer as the first, which another process brought in.
  expect((await door.rows(file.id, '&outcome=refuse'))[0]?.refusal).toMatchObject({
    code: 'duplicate_in_file',
    explanation: 'Line 2 is about the same customer.',
  })
}, 200_000)

test('cancelled, it keeps what is done, says so, and goes on when asked', async () => {
  const file = await door.upload('stop.csv', fileOf('C', 3_500))
  const run = await world.send<{ id: string }>('POST', `/api/v1/customer-imports/${file.id}/import`)
  const working = world.drain()
  const done = async () => (await door.get(file.id)).run?.doneCount ?? 0
  await expect.poll(done, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0)
  await world.send('POST', `/api/v1/long-runs/${run.id}/cancel`)
  await working
  const stopped = await door.get(file.id)
  expect(stopped).toMatchObject({ state: 'imported', canUndo: true, run: { state: 'cancelled' } })
  const kept = await count('C')
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(3_499)
  expect(stopped.counts).toMatchObject({ create: kept })

  const again = await world.send<{ id: string }>('POST', `/api/v1/customer-imports/${file.id}/import`)
  await world.send('POST', `/api/v1/long-runs/${again.id}/cancel`)
  expect(await door.get(file.id)).toMatchObject({
    state: 'imported',
    canUndo: true,
    counts: { create: kept },
  })

  const finished = await door.work(file.id, 'import')
  expect(finished).toMatchObject({ state: 'imported', counts: { total: 3_500, create: 3_499, refuse: 1 } })
  expect(await count('C')).toBe(3_499)
  expect(await door.work(file.id, 'undo')).toMatchObject({
    state: 'undone',
    counts: { deleted: 3_499, kept: 0 },
  })
  expect(await count('C')).toBe(0)
})

test('pressed twice it is one import, also when two processes work on it', async () => {
  const file = await door.upload('twice.csv', fileOf('T', 2_500))
  const press = () => world.send<{ id: string }>('POST', `/api/v1/customer-imports/${file.id}/import`)
  const runs = await Promise.all([press(), press(), press()])
  expect(new Set(runs.map(({ id }) => id)).size).toBe(1)
  const other = await world.startSecond()
  await Promise.all([world.drain(), other.jobs.drain()])
  expect(await door.get(file.id)).toMatchObject({ state: 'imported', counts: { create: 2_499, refuse: 1 } })
  expect(await count('T')).toBe(2_499)
})

test('while it is worked on nothing of it can be changed, and nothing else be asked', async () => {
  const file = await door.upload('busy.csv', 'customer_number,name\nB-1,One\n')
  await world.send('POST', `/api/v1/customer-imports/${file.id}/preview`)
  await expect(door.change(file.id, { mode: 'create' })).rejects.toThrow('under_way')
  await expect(world.send('POST', `/api/v1/customer-imports/${file.id}/import`)).rejects.toThrow('under_way')
  await expect(world.send('DELETE', `/api/v1/customer-imports/${file.id}`)).rejects.toThrow('under_way')
  await world.drain()
  await door.work(file.id, 'import')
  await expect(door.change(file.id, { mode: 'create' })).rejects.toThrow('already_imported')
  await expect(door.work(file.id, 'preview')).rejects.toThrow('already_imported')
})

test('two files with the same new customers at once: each of them once', async () => {
  const one = await door.upload('one.csv', fileOf('S', 1_500))
  const two = await door.upload('two.csv', fileOf('S', 1_500))
  await world.send('POST', `/api/v1/customer-imports/${one.id}/import`)
  await world.send('POST', `/api/v1/customer-imports/${two.id}/import`)
  const other = await world.startSecond()
  await Promise.all([world.drain(), other.jobs.drain()])
  expect(await count('S')).toBe(1_499)
  const created = [await door.get(one.id), await door.get(two.id)].map(({ counts }) => counts?.create ?? 0)
  expect((created[0] ?? 0) + (created[1] ?? 0)).toBe(1_499)
})

/** The last row repeats the first. */
function fileOf(prefix: string, count: number): string {
  const numbers = Array.from({ length: count - 1 }, (_, index) => `${prefix}-${index}`)
  return `customer_number,name,city\n${[...numbers, `${prefix}-0`].map((number) => `${number},Customer ${number},Gent\n`).join('')}`
}

/** How many there are whose number begins so. */
async function count(prefix: string): Promise<number> {
  const row = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db
      .selectFrom('customers')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('number', 'like', `${prefix}-%`)
      .executeTakeFirstOrThrow(),
  )
  return Number(row.count)
}
