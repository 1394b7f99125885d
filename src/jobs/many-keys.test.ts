import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { connectDatabase, type Database } from '../db/index.ts'
import { createLog } from '../log.ts'
import { createJobs, type Jobs } from './create-jobs.ts'
import { defineJob, handle, type Job } from './job.ts'

const kinds = ['first', 'second', 'third'].map((name) => defineJob<{ id: string }>(`many-${name}`, 'stately'))
const plain = defineJob<{ id: string }>('many-plain')

let testDatabase: TestDatabase
let database: Database
let jobs: Jobs
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const log = createLog({ level: 'silent' })
  database = await connectDatabase({ connectionString: testDatabase.url }, log)
  jobs = createJobs({ database, log, now: () => new Date() })
})
afterAll(async () => {
  await jobs.stop()
  await database.close()
  await testDatabase.drop()
})

test('long work for very many connections leaves the queue itself room to breathe, and all of it is done', async () => {
  const release = Promise.withResolvers<void>()
  const done: string[] = []
  const slow = (name: string) => async (data: { id: string }) => {
    await release.promise
    done.push(`${name} ${data.id}`)
  }
  jobs.register(
    [
      ...kinds.map((kind) => handle(kind, slow(kind.name), { atOnce: 8 })),
      handle(plain, async ({ id }) => void done.push(`plain ${id}`)),
    ],
    [],
  )
  await jobs.start()
  for (const kind of kinds) for (let id = 0; id < 8; id += 1) await ask(kind, String(id))
  await jobs.work()
  await expect
    .poll(async () => (await jobs.pending()).filter((job) => job.isRunning).length, { timeout: 20_000 })
    .toBe(24)
  await ask(plain, 'while all are busy')
  await expect.poll(() => done, { timeout: 20_000 }).toEqual(['plain while all are busy'])
  release.resolve()
  await expect.poll(() => done.length, { timeout: 20_000 }).toBe(25)
  expect(await jobs.parked()).toEqual([])
})

function ask(job: Job<{ id: string }>, id: string): Promise<void> {
  return database.transaction({ kind: 'system' }, (db) => jobs.enqueuer(db)(job, { id }, { key: id }))
}
