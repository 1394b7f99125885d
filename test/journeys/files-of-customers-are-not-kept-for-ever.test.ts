// Promise A13: an uploaded file goes after ninety days, one that was cut off after a day, one too large at once; the customers stay
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp({ switches: false, settings: { VORDER_UPLOAD_LIMIT_MB: '1' } })
  door = fileDoor(world)
})
afterAll(() => world.stop())

const days = 24 * 3_600_000

test('what a stop left of an upload is gone after a day, with its bytes', async () => {
  const key = 'imports/cim_cutoff'
  await world.ctx.files.put(key, [Buffer.from('name,email')])
  await inTransaction(world.ctx, (tx) =>
    tx.db
      .insertInto('customerImports')
      .values({
        id: 'cim_cutoff',
        creditorId: world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : '',
        fileName: 'cut-off.csv',
        storageKey: key,
        uploadedAt: tx.now(),
      })
      .execute(),
  )
  await tidy()
  expect(await isThere(key)).toBe(true)
  await world.advance(days + 1)
  await tidy()
  expect(await isThere(key)).toBe(false)
})

test('a file that is larger than allowed is refused in words while it comes in, and leaves nothing', async () => {
  const { status, body } = await door.post('large.csv', `name\n${'Jansen\n'.repeat(200_000)}`)
  expect({ status, body }).toMatchObject({ status: 422, body: { error: { code: 'file_too_large' } } })
  // The connection is of use again: the next requests are answered on it.
  for (let requests = 0; requests < 5; requests += 1)
    expect((await world.get('/customer-imports')).items).toEqual([])
  const { rows } = await world.ctx.database.owner.query('select id from customer_imports')
  expect(rows).toEqual([])
})

test('a file and what is known of its rows go after ninety days, not while it is worked on; its customers stay', async () => {
  const done = await door.upload('done.csv', 'customer_number,name\nDONE-1,One\n')
  await door.work(done.id, 'import')
  const busy = await door.upload('busy.csv', 'customer_number,name\nBUSY-1,Two\n')
  await world.advance(90 * days - 60_000)
  await tidy()
  expect((await door.get(done.id)).canUndo).toBe(true)
  await world.advance(120_000)
  await world.send('POST', `/api/v1/customer-imports/${busy.id}/import`)
  await world.app.jobs.runSchedule('forget-old-imports')
  await world.drain()
  await expect(door.get(done.id)).rejects.toThrow('404')
  expect(await isThere(`imports/${done.id}`)).toBe(false)
  expect((await world.get('/customers?sort=number')).items).toMatchObject([
    { number: 'BUSY-1' },
    { number: 'DONE-1' },
  ])
})

async function tidy(): Promise<void> {
  await world.app.jobs.runSchedule('forget-old-imports')
  await world.drain()
}

async function isThere(key: string): Promise<boolean> {
  const opened = await world.ctx.files.open(key).catch(() => undefined)
  opened?.bytes.destroy()
  return opened !== undefined
}
