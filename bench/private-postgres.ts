import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hide, readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/index.ts'
import { createJobs } from '../src/jobs/index.ts'
import { createLog } from '../src/log.ts'

/** A PostgreSQL server of this run alone, in a temporary folder; fsync stays on. */
export type PrivatePostgres = {
  /** An empty database. */
  createEmpty(): Promise<string>
  /** A database with Vorder's tables and queue. */
  createMigrated(): Promise<string>
  /** A connection of the owner of everything, who sees all rows. */
  connect(url: string): Promise<pg.Client>
  stop(): Promise<void>
}

const template = 'bench_template'

/** Starts it with the same embedded server that Vorder uses. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-bench-'))
  // As root the server runs as somebody else, who has to pass through.
  chmodSync(dataFolder, 0o711)
  const log = createLog({ level: 'warn' })
  const server = await openDatabase(readConfig({ VORDER_DATA_FOLDER: dataFolder }), log, { migrate: false })
  const { host, user } = server.owner.options
  const urlOf = (name: string) =>
    `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host ?? '')}`
  // The migrations of stripe-sync-engine hand things to this role.
  await server.owner.query('create role postgres')
  let count = 0
  let isTemplateMade = false

  async function create(from: string): Promise<string> {
    count += 1
    const name = `bench_${count}`
    await server.owner.query(`create database ${name} template ${from}`)
    return urlOf(name)
  }

  return {
    createEmpty: () => create('template1'),
    async createMigrated() {
      if (!isTemplateMade) {
        await server.owner.query(`create database ${template}`)
        await migrateOnce(urlOf(template))
        isTemplateMade = true
      }
      return create(template)
    },
    async connect(url) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    },
    async stop() {
      await server.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function migrateOnce(url: string): Promise<void> {
  const config = readConfig({})
  const log = createLog({ level: 'warn' })
  const secrets = { ...config.secrets, databaseUrl: hide(url) }
  const database = await openDatabase({ ...config, secrets }, log)
  const jobs = createJobs({ database, log, now: () => new Date() })
  await jobs.start()
  await jobs.stop()
  await database.close()
}
