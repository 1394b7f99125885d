import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { roomForData } from '../../../test/support/room-for-data.ts'
import { ConfigError } from '../../errors.ts'
import { createLog } from '../../log.ts'
import { isServerOf, readPostmasterFile } from './postmaster-file.ts'
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from './start-embedded-server.ts'

const log = createLog({ level: 'silent' })
const isRoot = process.getuid?.() === 0
const cleanups: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp()
})

/** A folder that a server was made in once; making one takes seconds on a busy machine. */
const prepared = mkdtempSync(join(roomForData(), 'vorder-embedded-'))

beforeAll(async () => {
  const server = await startEmbeddedServer({ dataFolder: prepared, log })
  await server.release()
})

afterAll(() => rmSync(prepared, { recursive: true }))

function usedFolder(): string {
  const folder = newFolder()
  execFileSync('cp', ['-a', `${prepared}/.`, folder])
  return folder
}

function isRunning(dataFolder: string, pid: number): boolean {
  return isServerOf(join(dataFolder, 'postgres'), pid)
}

function newFolder(): string {
  const folder = mkdtempSync(join(roomForData(), 'vorder-embedded-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(
  dataFolder: string,
  options: Partial<EmbeddedServerOptions> = {},
): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataFolder, log, ...options })
  cleanups.push(() => server.release())
  return server
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

function serverPid(dataFolder: string): number {
  return readPostmasterFile(join(dataFolder, 'postgres'))?.pid ?? 0
}

/** Another process that uses the server of the folder until it is told to stop, or killed. */
async function startElsewhere(
  dataFolder: string,
  user: { uid?: number; gid?: number } = {},
): Promise<ChildProcess> {
  const modules = {
    server: new URL('./start-embedded-server.ts', import.meta.url),
    log: new URL('../../log.ts', import.meta.url),
  }
  const program = `
    const { startEmbeddedServer } = await import(${JSON.stringify(modules.server.href)})
    const { createLog } = await import(${JSON.stringify(modules.log.href)})
    const server = await startEmbeddedServer({ dataFolder: process.argv[1], log: createLog({ level: 'silent' }) })
    process.stdin.on('data', async () => { await server.release(); process.exit() })
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...user,
  })
  cleanups.push(() => void child.kill('SIGKILL'))
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the other process ended'))),
  ])
  return child
}

async function stopElsewhere(child: ChildProcess): Promise<void> {
  child.stdin?.write('stop')
  await once(child, 'exit')
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('the server starts on an empty folder, keeps its safety settings and stops with its last user', async () => {
  const folder = newFolder()
  const server = await start(folder)
  const pid = serverPid(folder)
  expect(await ask(server, 'show fsync')).toEqual([['on']])
  expect(await ask(server, 'show synchronous_commit')).toEqual([['on']])
  expect(await ask(server, 'show listen_addresses')).toEqual([['']])
  await server.release()
  expect(isRunning(folder, pid)).toBe(false)
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
})

test('two first starts at once share one server', async () => {
  const folder = newFolder()
  const [one, two] = await Promise.all([start(folder), start(folder)])
  await ask(one, 'create table seen (id int)')
  expect(await ask(two, 'select * from seen')).toEqual([])
})

test('a second process uses the running server, which outlives the one that started it', async () => {
  const folder = usedFolder()
  const other = await startElsewhere(folder)
  const pid = serverPid(folder)
  const server = await start(folder)
  expect(serverPid(folder)).toBe(pid)
  await stopElsewhere(other)
  expect(await ask(server, 'select 1')).toEqual([[1]])
  await server.release()
  expect(isRunning(folder, pid)).toBe(false)
})

test('after a kill -9 the next start adopts the server that was left behind, with all data', async () => {
  const folder = usedFolder()
  const other = await startElsewhere(folder)
  const pid = serverPid(folder)
  await kill(other)
  const server = await start(folder)
  expect(serverPid(folder)).toBe(pid)
  await server.release()
  expect(isRunning(folder, pid)).toBe(false)
})

test('after a kill -9 of server and user the next start recovers what was stored', async () => {
  const folder = usedFolder()
  const other = await startElsewhere(folder)
  const first = await start(folder)
  await ask(first, 'create table kept (id int); insert into kept values (7)')
  await kill(other)
  process.kill(serverPid(folder), 'SIGKILL')
  const second = await start(folder)
  expect(await ask(second, 'select id from kept')).toEqual([[7]])
})

test('a server that dies while it is used is started again', async () => {
  const folder = usedFolder()
  const server = await start(folder)
  const pid = serverPid(folder)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => ask(server, 'select 1').catch(() => 'not yet'), { timeout: 20_000 }).toEqual([[1]])
  expect(serverPid(folder)).not.toBe(pid)
})

test('a lock whose number now belongs to a stranger does not block the start', async () => {
  const folder = usedFolder()
  const first = await start(folder)
  const lock = join(folder, 'postgres', 'postmaster.pid')
  const text = readFileSync(lock, 'utf8')
  await first.release()
  writeFileSync(lock, text.replace(/^\d+/, String(process.pid)))
  expect(await ask(await start(folder), 'select 1')).toEqual([[1]])
})

test.each([
  ['a newer PostgreSQL', '99\n', /PostgreSQL 99.*newer Vorder/],
  ['an older PostgreSQL', '17\n', /PostgreSQL 17.*older Vorder/],
])('a folder of %s is refused in clear words', async (_case, version, words) => {
  const folder = newFolder()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), version)
  await expect(start(folder)).rejects.toThrow(words)
})

test('what is no database folder is refused in clear words, and left alone', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'letter.txt'), 'keep me')
  await expect(start(folder)).rejects.toThrow(ConfigError)
  await expect(start(join(folder, 'postgres', 'letter.txt'))).rejects.toThrow(/VORDER_DATA_FOLDER/)
  expect(readFileSync(join(folder, 'postgres', 'letter.txt'), 'utf8')).toBe('keep me')
})

test('a path that is too long for a socket gets one elsewhere, private and removed at the end', async () => {
  const parent = newFolder()
  chmodSync(parent, 0o711)
  const folder = join(parent, 'long-'.repeat(20))
  execFileSync('cp', ['-a', prepared, folder])
  const server = await start(folder)
  const socketFolder = String(server.connection.host)
  expect(Buffer.byteLength(socketFolder)).toBeLessThan(90)
  expect(await ask(server, 'select 1')).toEqual([[1]])
  await server.release()
  expect(existsSync(socketFolder)).toBe(false)
})

test('without sockets it listens on a port of this machine only, behind a password', async () => {
  const folder = usedFolder()
  const server = await start(folder, { useSockets: false })
  expect(server.connection.host).toBe('127.0.0.1')
  expect(await ask(server, 'select 1')).toEqual([[1]])
  const stranger = new pg.Client({ ...server.connection, password: 'guessed' })
  await expect(stranger.connect()).rejects.toThrow('password authentication failed')
  const second = await start(folder, { useSockets: false })
  expect(second.connection.port).toBe(server.connection.port)
})

test.runIf(isRoot)(
  'as root in a folder that nobody else can enter, the database lives where its user can',
  async () => {
    const parent = newFolder()
    const folder = join(parent, 'data')
    const server = await start(folder)
    const place = readFileSync(join(folder, 'postgres-is-in'), 'utf8').trim()
    cleanups.unshift(() => rmSync(place, { recursive: true }))
    expect(place.startsWith('/var/lib/vorder/')).toBe(true)
    await ask(server, 'create table kept (id int)')
    await server.release()
    expect(await ask(await start(folder), 'select * from kept')).toEqual([])
  },
)

test.runIf(isRoot)('as an ordinary user the server runs as that user', async () => {
  const folder = newFolder()
  chownSync(folder, 65_534, 65_534)
  const other = await startElsewhere(folder, { uid: 65_534, gid: 65_534 })
  await stopElsewhere(other)
  expect(serverPid(folder)).toBe(0)
  expect(dirname(join(folder, 'socket'))).toBe(folder)
})

test('a start that cannot succeed says why', async () => {
  const folder = usedFolder()
  const first = await start(folder)
  await first.release()
  rmSync(join(folder, 'postgres', 'global'), { recursive: true })
  await expect(start(folder, { startTimeoutMs: 300 })).rejects.toThrow(/did not start: .+/)
})
