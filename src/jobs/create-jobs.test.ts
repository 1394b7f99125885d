import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { connectDatabase, type Database } from '../db/index.ts'
import { NotFoundError, SourceUnavailableError } from '../errors.ts'
import { createLog } from '../log.ts'
import { createJobs, type Jobs } from './create-jobs.ts'
import { defineJob, handle } from './job.ts'

const log = createLog({ level: 'silent' })
const patience = { timeout: 20_000 }
const greet = defineJob<{ name: string }>('greet')
const drainEvents = defineJob<{ connectionId: string }>('drain-events', 'stately')

let testDatabase: TestDatabase
let database: Database
let jobs: Jobs
let now = new Date('2020-01-01T00:00:00Z')
let seen: string[] = []
let answer: () => Promise<void> = async () => {}

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = await connectDatabase({ connectionString: testDatabase.url }, log)
  jobs = createJobs({ database, log, now: () => now })
  jobs.register(
    [
      handle(greet, async ({ name }) => {
        seen.push(name)
        await answer()
      }),
      handle(drainEvents, async ({ connectionId }) => {
        seen.push(connectionId)
        await answer()
      }),
    ],
    [
      {
        name: 'greet-nightly',
        every: '0 3 * * *',
        timeZone: 'Europe/Brussels',
        job: greet,
        data: { name: 'night' },
      },
    ],
  )
  await jobs.start()
})

afterAll(async () => {
  await jobs.stop()
  await database.close()
  await testDatabase.drop()
})

beforeEach(async () => {
  now = new Date('2020-01-01T00:00:00Z')
  await database.owner.query(`delete from pgboss.job`)
  seen = []
  answer = async () => {}
})

function ask(connectionId: string, startAt?: Date): Promise<void> {
  return database.transaction({ kind: 'creditor', creditorId: 'cre_1' }, (db) =>
    jobs.enqueuer(db)(drainEvents, { connectionId }, { key: connectionId, ...(startAt && { startAt }) }),
  )
}

test('a job is stored with the fact, or not at all', async () => {
  await database.transaction({ kind: 'system' }, (db) => jobs.enqueuer(db)(greet, { name: 'kept' }))
  await expect(
    database.transaction({ kind: 'system' }, async (db) => {
      await jobs.enqueuer(db)(greet, { name: 'lost' })
      throw new Error('no fact')
    }),
  ).rejects.toThrow('no fact')
  expect(await jobs.drain()).toBe(1)
  expect(seen).toEqual(['kept'])
})

test('asking a stately job many times while it waits is one run', async () => {
  await Promise.all(Array.from({ length: 20 }, () => ask('con_1')))
  await ask('con_2')
  expect(await jobs.drain()).toBe(2)
  expect(seen.sort()).toEqual(['con_1', 'con_2'])
})

test('a job that is not due by our clock waits', async () => {
  await ask('con_1', new Date('2020-01-02T00:00:00Z'))
  expect(await jobs.drain()).toBe(0)
  expect(await jobs.drain({ until: new Date('2020-01-02T00:00:01Z') })).toBe(1)
})

test('asking for now brings a waiting job forward', async () => {
  await ask('con_1', new Date('2020-01-02T00:00:00Z'))
  await ask('con_1')
  expect(await jobs.drain()).toBe(1)
})

test('a source that is away is asked again at the instant it named', async () => {
  answer = async () => {
    throw new SourceUnavailableError('busy', { retryAt: new Date('2020-01-01T00:10:00Z') })
  }
  await ask('con_1')
  expect(await jobs.drain()).toBe(1)
  expect(await jobs.pending()).toMatchObject([
    { name: 'drain-events', key: 'con_1', startAt: new Date('2020-01-01T00:10:00Z') },
  ])
  now = new Date('2020-01-01T00:10:00Z')
  answer = async () => {}
  expect(await jobs.drain()).toBe(1)
  expect(await jobs.pending()).toEqual([])
})

test('what cannot succeed is given up, a bug is tried twice and then parked with its stack', async () => {
  answer = async () => {
    throw new NotFoundError('gone')
  }
  await ask('con_1')
  expect(await jobs.drain()).toBe(1)
  expect([...(await jobs.pending()), ...(await jobs.parked())]).toEqual([])
  answer = async () => {
    throw new TypeError('our bug')
  }
  await ask('con_1')
  await jobs.drain()
  expect(await jobs.drain({ until: new Date('2020-01-01T00:01:00Z') })).toBe(1)
  expect(await jobs.parked()).toMatchObject([
    {
      name: 'drain-events',
      data: { connectionId: 'con_1' },
      problem: 'our bug',
      stack: expect.stringContaining('create-jobs.test'),
    },
  ])
})

test('a schedule can be run by hand', async () => {
  await jobs.runSchedule('greet-nightly')
  await jobs.drain()
  expect(seen).toEqual(['night'])
  await expect(jobs.runSchedule('nothing')).rejects.toThrow('nothing')
})

test('what is asked for while the same job is about to start is seen by it or by one more run', async () => {
  await database.owner.query('create table if not exists hints (id int)')
  await database.owner.query('grant all on hints to vorder_app; truncate hints')
  const read: number[] = []
  answer = async () => {
    const { rows } = await database.owner.query<{ count: number }>('select count(*) as count from hints')
    read.push(rows[0]?.count ?? 0)
  }
  await ask('con_1')
  const stored = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const late = database.transaction({ kind: 'creditor', creditorId: 'cre_1' }, async (db) => {
    await sql`insert into hints values (1)`.execute(db)
    await jobs.enqueuer(db)(drainEvents, { connectionId: 'con_1' }, { key: 'con_1' })
    stored.resolve()
    await mayCommit.promise
  })
  await stored.promise
  const draining = jobs.drain()
  await expect.poll(() => jobs.pending(), patience).toMatchObject([{ isRunning: true }])
  mayCommit.resolve()
  await late
  await draining
  await jobs.drain()
  expect(read.at(-1)).toBe(1)
})
