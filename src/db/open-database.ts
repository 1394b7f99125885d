import pg from 'pg'
import type { Config } from '../config.ts'
import { ConfigError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Database } from './database.ts'
import { startEmbeddedServer } from './embedded/start-embedded-server.ts'
import { ensureRoles } from './ensure-roles.ts'
import { listen } from './listen.ts'
import { migrate } from './migrate.ts'
import { runTransaction } from './run-transaction.ts'
import { typeParsers } from './type-parsers.ts'

const oldestMajor = 15
const closePatienceMs = 5_000

/** `migrate: false` leaves the tables as they are (a look from the outside). Pool sizes count connections. */
export type DatabaseOptions = { migrate?: boolean; poolSize?: number; ownerPoolSize?: number }

/**
 * Opens the database of the settings: DATABASE_URL, else the embedded server in the data folder, which is started
 * when it does not run yet. Afterwards roles and tables are as this program needs them. Throws ConfigError in clear
 * words when the server is too old, the database is ahead, or the folder is unusable.
 */
export async function openDatabase(
  config: Config,
  log: Log,
  options: DatabaseOptions = {},
): Promise<Database> {
  const url = config.secrets.databaseUrl?.reveal()
  if (url !== undefined) return connectDatabase({ connectionString: url }, log, options)
  const server = await startEmbeddedServer({ dataFolder: config.dataFolder, log })
  try {
    const database = await connectDatabase(server.connection, log, options)
    return {
      ...database,
      async close() {
        await database.close()
        await server.release()
      },
    }
  } catch (error) {
    await server.release()
    throw error
  }
}

/** The same for a given server, for example a test's own database. */
export async function connectDatabase(
  connection: pg.ClientConfig,
  log: Log,
  options: DatabaseOptions = {},
): Promise<Database> {
  const settings: pg.PoolConfig = {
    ...connection,
    types: typeParsers,
    application_name: 'vorder',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  }
  const owner = openPool({ ...settings, max: options.ownerPoolSize ?? 20 }, log)
  const pool = openPool({ ...settings, max: options.poolSize ?? 16 }, log)
  try {
    await prepare(owner, log, options)
  } catch (error) {
    await Promise.all([closePool(owner), closePool(pool)])
    throw error
  }
  return {
    transaction: (scope, work) => runTransaction(pool, scope, work),
    listen: (channel, onNotice) => listen({ connection, log }, channel, onNotice),
    ping: () => ping(pool),
    owner,
    async close() {
      await Promise.all([closePool(pool), closePool(owner)])
    },
  }
}

const clientsOf = new WeakMap<pg.Pool, Set<pg.PoolClient>>()

function openPool(settings: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool(settings)
  // An idle connection broke; the pool opens another when one is needed.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to the database broke'))
  const clients = new Set<pg.PoolClient>()
  pool.on('connect', (client) => clients.add(client))
  pool.on('remove', (client) => clients.delete(client))
  clientsOf.set(pool, clients)
  return pool
}

/** Waits for work in progress for a few seconds; then its connections are cut, and PostgreSQL rolls it back. */
async function closePool(pool: pg.Pool): Promise<void> {
  const cut = setTimeout(() => {
    for (const client of clientsOf.get(pool) ?? []) client.release(true)
  }, closePatienceMs)
  try {
    await pool.end()
  } finally {
    clearTimeout(cut)
  }
}

async function prepare(owner: pg.Pool, log: Log, options: DatabaseOptions): Promise<void> {
  const client = await connectOrExplain(owner)
  try {
    await checkVersion(client)
    if (options.migrate === false) return
    await ensureRoles(client)
    await migrate(client, log)
  } finally {
    client.release()
  }
}

async function connectOrExplain(owner: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await owner.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error)
    throw new ConfigError([
      `DATABASE_URL is [hidden]: PostgreSQL does not let us in (${reason}); check address and password`,
    ])
  }
}

async function checkVersion(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  )
  const major = Math.floor((rows[0]?.number ?? 0) / 10_000)
  if (major >= oldestMajor) return
  throw new ConfigError([
    `DATABASE_URL is [hidden]: that server is PostgreSQL ${major}; Vorder needs ${oldestMajor} or later`,
  ])
}

async function ping(pool: pg.Pool): Promise<void> {
  const tooLate = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => tooLate.reject(new Error('The database did not answer within five seconds')),
    5_000,
  )
  try {
    await Promise.race([pool.query('select 1'), tooLate.promise])
  } finally {
    clearTimeout(timer)
  }
}
