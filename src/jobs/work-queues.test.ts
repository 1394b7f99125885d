import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { connectDatabase, type Database } from '../db/index.ts'
import { createLog } from '../log.ts'
import { createJobs, type Jobs } from './create-jobs.ts'
import { defineJob, handle } from './job.ts'

const log = createLog({ level: 'silent' })
const patience = { timeout: 20_000 }
const now = () => new Date()
const work = defineJob<{ id: string }>('work-stately', 'stately')
const plain = defineJob<{ id: string }>('work-plain')

let testDatabase: TestDatabase
let database: Database
const processes: ChildProcess[] = []
const opened: Jobs[] = []

beforeEach(async () => {
  testDatabase = await createTestDatabase()
  database = await connectDatabase({ connectionString: testDatabase.url }, log)
})

afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.stop()
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  await database.close()
  await testDatabase.drop()
})

type Run = (data: { id: string }) => Promise<void>

async function open(runs: { stately?: Run; plain?: Run }): Promise<Jobs> {
  const jobs = createJobs({ database, log, now })
  const nothing: Run = async () => {}
  jobs.register([handle(work, runs.stately ?? nothing), handle(plain, runs.plain ?? nothing)], [])
  await jobs.start()
  opened.push(jobs)
  return jobs
}

function ask(jobs: Jobs, job: typeof work, id: string): Promise<void> {
  return database.transaction({ kind: 'system' }, (db) => jobs.enqueuer(db)(job, { id }, { key: id }))
}

test('a worker is woken at once and does everything that is asked for', async () => {
  const seen = new Set<string>()
  const jobs = await open({ plain: async ({ id }) => void seen.add(id) })
  await jobs.work()
  for (let id = 0; id < 60; id++) await ask(jobs, plain, String(id))
  await expect.poll(() => seen.size, patience).toBe(60)
})

test('of one key one runs at a time, one more run follows when asked meanwhile, other keys are not held up', async () => {
  const release = Promise.withResolvers<void>()
  const runs: string[] = []
  let atOnce = 0
  let most = 0
  const jobs = await open({
    stately: async ({ id }) => {
      runs.push(id)
      if (id !== 'slow') return
      most = Math.max(most, ++atOnce)
      await release.promise
      atOnce--
    },
  })
  await jobs.work()
  await ask(jobs, work, 'slow')
  await expect.poll(() => runs, patience).toEqual(['slow'])
  for (let times = 0; times < 10; times++) await ask(jobs, work, 'slow')
  await ask(jobs, work, 'other')
  await expect.poll(() => runs, patience).toContain('other')
  release.resolve()
  await expect.poll(() => runs.filter((id) => id === 'slow').length, patience).toBeGreaterThan(1)
  await expect.poll(() => jobs.pending(), patience).toEqual([])
  expect(most).toBe(1)
  expect(runs.filter((id) => id === 'slow').length).toBeLessThan(5)
})

test('a job whose process is killed comes back within half a minute', { timeout: 60_000 }, async () => {
  const seen: string[] = []
  const jobs = await open({ plain: async ({ id }) => void seen.push(id) })
  const victim = await startVictim()
  await ask(jobs, plain, 'survivor')
  await once(victim.stdout ?? victim, 'data')
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  expect(seen).toEqual([])
  await jobs.work()
  await expect.poll(() => seen, { timeout: 30_000, interval: 200 }).toEqual(['survivor'])
})

test('stopping lets a running job finish', async () => {
  const started = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  let isFinished = false
  const jobs = await open({
    plain: async () => {
      started.resolve()
      await mayEnd.promise
      isFinished = true
    },
  })
  await jobs.work()
  await ask(jobs, plain, 'one')
  await started.promise
  const stopping = jobs.stop()
  mayEnd.resolve()
  await stopping
  expect(isFinished).toBe(true)
})

/** A process that takes a job, says so, and never finishes it. */
async function startVictim(): Promise<ChildProcess> {
  const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const program = `
    const { createJobs } = await import(${from('./create-jobs.ts')})
    const { defineJob, handle } = await import(${from('./job.ts')})
    const { connectDatabase } = await import(${from('../db/index.ts')})
    const { createLog } = await import(${from('../log.ts')})
    const log = createLog({ level: 'silent' })
    const database = await connectDatabase({ connectionString: process.argv[1] }, log)
    const jobs = createJobs({ database, log, now: () => new Date() })
    jobs.register([handle(defineJob('work-plain'), () => { console.log('taken'); return new Promise(() => {}) })], [])
    await jobs.start()
    await jobs.work()
    console.error('works')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, testDatabase.url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  processes.push(child)
  await once(child.stderr, 'data')
  return child
}
