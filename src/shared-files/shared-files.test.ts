import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { addMembership } from '../access/index.ts'
import { type Context, creditorOf, forAllCreditors, forCreditor, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { startLongRun } from '../long-runs/index.ts'
import { newId } from '../values/index.ts'
import { createSharedFile } from './create-shared-file.ts'
import { listSharedFiles } from './list-shared-files.ts'
import { openSharedFile } from './open-shared-file.ts'
import { removeExpiredFiles } from './remove-expired-files.ts'
import { removeSharedFile } from './remove-shared-file.ts'
import type { SharedFile } from './shared-file.ts'

let world: TestContext
/** A business with an administrator and two bookkeepers; each context acts as one of them. */
let ann: Context
let bob: Context
let cas: Context
let folder: string

beforeAll(async () => {
  world = await createTestContext()
  folder = join(world.ctx.config.dataFolder, 'files', 'shared')
})
afterAll(() => world.close())

beforeEach(async () => {
  const business = await addTestCreditor(world.ctx)
  ann = await asPerson(business, 'administrator')
  bob = await asPerson(business, 'bookkeeper')
  cas = await asPerson(business, 'bookkeeper')
})

const dayMs = 24 * 3_600_000

test('a file is read back by its owner, and each download is counted and noted', async () => {
  const file = await share(bob, 'klanten.csv', 'a,b\r\n')
  expect(file).toMatchObject({ name: 'klanten.csv', sizeBytes: 5, downloads: 0, ownerId: bob.actor.id })
  const opened = await openSharedFile(bob, file.id)
  expect(await text(opened.bytes)).toBe('a,b\r\n')
  expect((await listSharedFiles(bob, { limit: 10 }))[0]).toMatchObject({ id: file.id, downloads: 1 })
  expect(await historyOf(file)).toEqual(['sharedFile.downloaded', 'sharedFile.created'])
})

test('an administrator sees every file of the business, a bookkeeper only their own', async () => {
  const files = [await share(ann, 'ann.csv'), await share(bob, 'bob.csv')]
  expect(await namesSeenBy(ann)).toEqual(['bob.csv', 'ann.csv'])
  expect(await namesSeenBy(bob)).toEqual(['bob.csv'])
  expect(await namesSeenBy(cas)).toEqual([])
  for (const { id } of files) {
    await expect(openSharedFile(cas, id)).rejects.toThrow(NotFoundError)
    await expect(removeSharedFile(cas, id)).rejects.toThrow(NotFoundError)
    const { bytes } = await openSharedFile(ann, id)
    expect(await text(bytes)).toBe('x')
  }
})

test('the administrator of another business sees none of it', async () => {
  const file = await share(bob, 'bob.csv')
  const stranger = await asPerson(await addTestCreditor(world.ctx, 'Another'), 'administrator')
  expect(await namesSeenBy(stranger)).toEqual([])
  await expect(openSharedFile(stranger, file.id)).rejects.toThrow(NotFoundError)
  await expect(removeSharedFile(stranger, file.id)).rejects.toThrow(NotFoundError)
  // A person of two businesses is an administrator only where they are one.
  const userId = String(cas.actor.id)
  await addMembership(stranger, { creditorId: creditorOf(stranger), userId, role: 'administrator' })
  await share(stranger, 'theirs.csv')
  expect(await namesSeenBy(forCreditor({ ...stranger, actor: cas.actor }, creditorOf(stranger)))).toEqual([
    'theirs.csv',
  ])
  expect(await namesSeenBy(cas)).toEqual([])
  await expect(openSharedFile(cas, file.id)).rejects.toThrow(NotFoundError)
})

test('a removed file is gone at once, with its bytes', async () => {
  const file = await share(bob, 'bob.csv')
  expect(existsSync(join(folder, file.id))).toBe(true)
  await removeSharedFile(ann, file.id)
  expect(existsSync(join(folder, file.id))).toBe(false)
  await expect(openSharedFile(bob, file.id)).rejects.toThrow(NotFoundError)
  await expect(removeSharedFile(bob, file.id)).rejects.toThrow(NotFoundError)
  expect(await historyOf(file)).toEqual(['sharedFile.removed', 'sharedFile.created'])
})

test('after seven days a file is gone, first for people, then from the disk', async () => {
  const file = await share(bob, 'bob.csv')
  world.advance(7 * dayMs - 60_000)
  await removeExpiredFiles(world.ctx)
  expect(await namesSeenBy(bob)).toEqual(['bob.csv'])
  world.advance(60_000)
  expect(await namesSeenBy(bob)).toEqual([])
  await expect(openSharedFile(bob, file.id)).rejects.toThrow(NotFoundError)
  expect(existsSync(join(folder, file.id))).toBe(true)
  await removeExpiredFiles(world.ctx)
  await removeExpiredFiles(world.ctx)
  expect(existsSync(join(folder, file.id))).toBe(false)
  expect(await historyOf(file)).toEqual(['sharedFile.removed', 'sharedFile.created'])
})

test('stopped between the row and the bytes of a removal: the daily tidying takes the bytes away', async () => {
  const file = await share(bob, 'bob.csv')
  const stopping = { ...bob, files: { ...bob.files, remove: () => Promise.reject(new Error('killed')) } }
  await expect(removeSharedFile(stopping, file.id)).rejects.toThrow('killed')
  expect(await namesSeenBy(bob)).toEqual([])
  expect(existsSync(join(folder, file.id))).toBe(true)
  await removeExpiredFiles(world.ctx)
  expect(existsSync(join(folder, file.id))).toBe(false)
})

test('a file that fails halfway is seen by nobody; done again the same run makes it whole, once', async () => {
  const run = await aRun(bob)
  async function* failing() {
    yield Buffer.from('half')
    throw new Error('stopped')
  }
  await expect(createSharedFile(bob, { ...about(bob, run), bytes: failing })).rejects.toThrow('stopped')
  expect(await namesSeenBy(ann)).toEqual([])
  const file = await createSharedFile(bob, { ...about(bob, run), bytes: () => [Buffer.from('whole')] })
  const again = await createSharedFile(bob, {
    ...about(bob, run),
    bytes: () => {
      throw new Error('It is there already')
    },
  })
  expect(again).toEqual(file)
  expect(await text((await openSharedFile(bob, file.id)).bytes)).toBe('whole')
  expect(await namesSeenBy(ann)).toEqual(['run.csv'])
})

test('stopped after the bytes and before the row: a day later nothing is left of it', async () => {
  const run = await aRun(bob)
  const stopping: Context = {
    ...bob,
    files: {
      ...bob.files,
      async put(key, bytes) {
        await bob.files.put(key, bytes)
        throw new Error('killed')
      },
    },
  }
  const input = { ...about(bob, run), bytes: () => [Buffer.from('x')] }
  const before = readdirSync(folder).length
  await expect(createSharedFile(stopping, input)).rejects.toThrow('killed')
  expect(readdirSync(folder)).toHaveLength(before + 1)
  await removeExpiredFiles(world.ctx)
  expect(readdirSync(folder)).toHaveLength(before + 1)
  world.advance(dayMs + 1_000)
  await removeExpiredFiles(world.ctx)
  expect(readdirSync(folder)).toHaveLength(before)
  // The run that comes back even later still gets its file.
  const file = await createSharedFile(bob, input)
  expect(await text((await openSharedFile(bob, file.id)).bytes)).toBe('x')
})

test('the list is paged, newest first', async () => {
  for (const name of ['1', '2', '3']) await share(bob, name)
  const first = await listSharedFiles(bob, { limit: 2 })
  const second = await listSharedFiles(bob, { limit: 2, before: first.at(-1)?.id })
  expect([...first, ...second].map(({ name }) => name)).toEqual(['3', '2', '1'])
})

async function asPerson(business: Context, role: 'administrator' | 'bookkeeper'): Promise<Context> {
  const userId = newId('usr')
  // Only the first person of an installation has a verb yet; the owner of the tables makes the others.
  await world.ctx.database.owner.query('insert into auth.users (id, name, email) values ($1, $2, $3)', [
    userId,
    role,
    `${userId}@bakkerij.example`,
  ])
  await addMembership(business, { creditorId: creditorOf(business), userId, role })
  return { ...business, actor: { kind: 'user', id: userId, name: role } }
}

let runs = 0

function aRun(ctx: Context): Promise<string> {
  runs += 1
  const input = { kind: 'customer_crm_export', subjectId: `run-${runs}`, name: 'run.csv' } as const
  return startLongRun(ctx, input).then(({ run }) => run.id)
}

function about(ctx: Context, runId: string, name = 'run.csv') {
  const owner = { id: ctx.actor.id ?? null, name: ctx.actor.name ?? null }
  return { name, contentType: 'text/csv', purpose: 'customer_crm_export', runId, owner } as const
}

async function share(ctx: Context, name: string, content = 'x'): Promise<SharedFile> {
  return createSharedFile(ctx, {
    ...about(ctx, await aRun(ctx), name),
    bytes: () => [Buffer.from(content)],
  })
}

async function namesSeenBy(ctx: Context): Promise<string[]> {
  return (await listSharedFiles(ctx, { limit: 50 })).map(({ name }) => name)
}

async function historyOf(file: SharedFile): Promise<string[]> {
  const rows = await inTransaction(forAllCreditors(world.ctx), (tx) =>
    tx.db
      .selectFrom('activities')
      .select('kind')
      .where('subjectId', '=', file.id)
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map(({ kind }) => kind)
}
