import { setTimeout as delay } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError, SourceUnavailableError } from '../errors.ts'
import { CommitUnknownError, type Db, type Scope } from './database.ts'
import type { DB } from './generated/schema.ts'

const maxAttempts = 5
const statementTimeoutMs = 60_000

/** PostgreSQL's words for "two transactions got in each other's way, try again". */
const retryableCodes = ['40001', '40P01']

/** Runs the work in one transaction of the pool; see `Database.transaction`. */
export async function runTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, scope, work)
    } catch (error) {
      if (attempt === maxAttempts || !retryableCodes.includes(codeOf(error))) throw error
      await delay(Math.random() * 20 * 2 ** attempt)
    }
  }
}

async function runOnce<T>(pool: pg.Pool, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw databaseAway(cause)
  })
  let brokenBy: Error | undefined
  const noteBroken = (error: Error) => {
    brokenBy = error
  }
  client.on('error', noteBroken)
  try {
    await client.query(openingOf(scope))
    const result = await work(kyselyOn(client))
    await commit(client)
    return result
  } catch (error) {
    brokenBy ??= await rollBack(client)
    throw brokenBy && !(error instanceof AppError) ? databaseAway(error) : error
  } finally {
    client.off('error', noteBroken)
    client.release(brokenBy)
  }
}

function databaseAway(cause: unknown): SourceUnavailableError {
  return new SourceUnavailableError('The database cannot be reached', { code: 'database_unavailable', cause })
}

/** One round trip: begin, the role without own rights, and the creditor whose rows it may see. */
function openingOf(scope: Scope): string {
  const role = scope.kind === 'creditor' ? 'vorder_app' : 'vorder_system'
  const creditorId = scope.kind === 'creditor' ? scope.creditorId : ''
  return [
    'begin',
    `set local role ${role}`,
    `set local vorder.creditor_id = ${pg.escapeLiteral(creditorId)}`,
    `set local statement_timeout = ${statementTimeoutMs}`,
  ].join('; ')
}

async function commit(client: pg.PoolClient): Promise<void> {
  let tag: string
  try {
    tag = (await client.query('commit')).command
  } catch (error) {
    // An error with a code of the data classes (a deferred constraint) is PostgreSQL's clear "no".
    if (error instanceof pg.DatabaseError && !/^(08|57|XX)/.test(error.code ?? '08')) throw error
    throw new CommitUnknownError(error)
  }
  if (tag === 'ROLLBACK')
    throw new Error('A failed statement was swallowed inside a transaction: nothing was stored')
}

/** Gives the reason when the connection is of no use any more. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Kysely on exactly this connection: whatever it runs is part of the open transaction. */
function kyselyOn(client: pg.PoolClient): Db {
  const query = client.query.bind(client)
  const onlyConnection = { query, release() {} } as unknown as pg.PoolClient
  const pool = { connect: async () => onlyConnection, end: async () => {} } as unknown as pg.Pool
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] })
}

function codeOf(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? '') : ''
}
