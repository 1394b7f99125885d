import { rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { AppError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { initialiseData, readServerPassword, serverLogin } from './initialise-data.ts'
import { launchServer } from './launch-server.ts'
import {
  isAlive,
  isServerOf,
  type RunningServer,
  readPostmasterFile,
  removeStaleLock,
} from './postmaster-file.ts'
import { findServerBinaries, type ServerBinaries } from './server-binaries.ts'
import { prepareServerPlace, type ServerPlace } from './server-place.ts'
import { chooseAddress, type ServerAddress, socketPort } from './server-socket.ts'

/** A use of the embedded server. The last one that is released, in whatever process, stops the server. */
export type EmbeddedServer = { connection: pg.ClientConfig; release(): Promise<void> }

/** `useSockets: false` listens on a port of the loopback address instead, as on Windows. */
export type EmbeddedServerOptions = {
  dataFolder: string
  log: Log
  useSockets?: boolean
  startTimeoutMs?: number
}

/** Everything that does not change while this process uses the server. */
type Setup = {
  place: ServerPlace
  binaries: ServerBinaries
  address: ServerAddress | undefined
  deadlineMs: number
} & Required<Pick<EmbeddedServerOptions, 'log' | 'useSockets'>>

/** A connection that says "somebody uses this server"; the pid is the server's. */
type Presence = { client: pg.Client; pid: number; address: ServerAddress }

const databaseName = 'vorder'

/** Held shared by every process that uses the server; whoever gets it alone may stop the server. */
const presenceLock = 7_236_002

/**
 * Uses the PostgreSQL server of the data folder: the one that runs already (of another process, or left behind by
 * one that was killed), else a new one. It is detached: it survives the process that started it for as long as
 * another one uses it. When it dies while in use, it is started again. Throws ConfigError when the folder cannot
 * be used, AppError when the server does not come up.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const place = prepareServerPlace(options.dataFolder)
  const binaries = findServerBinaries(place)
  await initialiseData(place, binaries)
  const useSockets = options.useSockets ?? process.platform !== 'win32'
  const deadlineMs = options.startTimeoutMs ?? 60_000
  const setup: Setup = { place, binaries, log: options.log, useSockets, deadlineMs, address: undefined }
  let presence = await join(setup)
  let released = false
  setup.address = presence.address
  watch(presence)
  await ensureDatabase(presence.client)

  function watch(current: Presence): void {
    current.client.once('end', () => {
      if (!released) void restart()
    })
  }

  async function restart(): Promise<void> {
    setup.log.error('the embedded database stopped; starting it again')
    try {
      presence = await join(setup)
      if (released) await leave(setup, presence)
      else watch(presence)
    } catch (error) {
      setup.log.error({ err: error }, 'the embedded database could not be started again')
      await delay(1_000)
      if (!released) void restart()
    }
  }

  return {
    connection: connectionTo(setup, presence.address, databaseName),
    async release() {
      if (released) return
      released = true
      await leave(setup, presence)
    },
  }
}

/** Connects to the running server, or starts one, until one of both succeeds. */
async function join(setup: Setup): Promise<Presence> {
  const deadline = performance.now() + setup.deadlineMs
  let reason = 'it does not answer'
  while (performance.now() < deadline) {
    const running = readPostmasterFile(setup.place.dataFolder)
    const isOurs = running !== undefined && isServerOf(setup.place.dataFolder, running.pid)
    if (isOurs) {
      const presence = await tryPresence(setup, running)
      if (typeof presence !== 'string') return presence
      reason = presence
    } else {
      if (running && isAlive(running.pid)) removeStaleLock(setup.place.dataFolder, running)
      const address = setup.address ?? (await chooseAddress(setup.place, setup.useSockets))
      reason = (await launchServer({ ...setup, address })) ?? reason
    }
    await delay(25)
  }
  throw new AppError('database_not_started', `The embedded database did not start: ${reason}`)
}

/** Gives the reason in words when the server is not ready, for example because it still recovers after a crash. */
async function tryPresence(setup: Setup, { pid, address }: RunningServer): Promise<Presence | string> {
  const client = new pg.Client({
    ...connectionTo(setup, address, 'postgres'),
    application_name: 'vorder-presence',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    return { client, pid, address }
  } catch (error) {
    await client.end().catch(() => {})
    return error instanceof Error ? error.message : String(error)
  }
}

function connectionTo(setup: Setup, address: ServerAddress, database: string): pg.ClientConfig {
  const common = { user: serverLogin, database, ssl: false, connectionTimeoutMillis: 10_000 }
  if (address.kind === 'socket') return { ...common, host: address.folder, port: socketPort }
  return { ...common, host: '127.0.0.1', port: address.port, password: readServerPassword(setup.place) }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount) return
  try {
    await client.query(`create database ${databaseName}`)
  } catch (error) {
    // Another process made it at the same moment.
    if (!(error instanceof pg.DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error
  }
}

/** Ends the use; stops the server when nobody else uses it. */
async function leave(setup: Setup, presence: Presence): Promise<void> {
  const isLast = await isLastUser(presence.client)
  if (isLast) await stopServer(setup.place.dataFolder, presence.pid)
  await presence.client.end().catch(() => {})
  const isTemporary =
    presence.address.kind === 'socket' && !presence.address.folder.startsWith(setup.place.folder)
  if (isLast && isTemporary && presence.address.kind === 'socket') {
    rmSync(presence.address.folder, { recursive: true, force: true })
  }
}

async function isLastUser(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      presenceLock,
    ])
    return rows[0]?.alone === true
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's "fast shutdown": it writes everything down first. SIGQUIT leaves that to the next start. */
async function stopServer(dataFolder: string, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + 20_000
  while (isServerOf(dataFolder, pid)) {
    if (performance.now() > deadline) {
      process.kill(pid, 'SIGQUIT')
      return
    }
    await delay(10)
  }
}
