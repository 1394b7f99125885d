import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { ConfigError } from '../errors.ts'
import type { Log } from '../log.ts'

/** A numbered SQL file. `isBreaking` (header line `-- breaking`): a program without it must not use the database. */
export type Migration = { name: string; sql: string; checksum: string; isBreaking: boolean }

type Applied = { name: string; checksum: string; is_breaking: boolean }

/** Any number, the same in every version: whoever migrates holds this lock. */
const migrationLock = 7_236_001

const ownFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** The migrations of this program in order. */
export function readMigrations(folder = ownFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const sql = readFileSync(`${folder}/${name}`, 'utf8')
    const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
    return { name, sql, checksum, isBreaking: /^-- breaking\s*$/m.test(sql) }
  })
}

/**
 * Brings the database to this program's state: each missing migration in one transaction, in order. Two processes
 * may start at once: one migrates, the other waits and finds it done. Throws ConfigError when the database is
 * ahead with a breaking migration, or when an applied migration was edited afterwards.
 */
export async function migrate(client: pg.ClientBase, log: Log, migrations = readMigrations()): Promise<void> {
  if (await isUpToDate(client, migrations)) return
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, is_breaking boolean not null default false,
      applied_at timestamptz not null default now())`)
    const applied = await listApplied(client)
    checkHistory(applied, migrations)
    const missing = migrations.filter((migration) => !applied.some(({ name }) => name === migration.name))
    for (const migration of missing) {
      await apply(client, migration)
      log.info({ migration: migration.name }, 'migrated the database')
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

/** Most starts find nothing to do; they take no lock. */
async function isUpToDate(client: pg.ClientBase, migrations: Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('schema_migrations') is not null as there`,
  )
  if (!rows[0]?.there) return false
  const applied = await listApplied(client)
  checkHistory(applied, migrations)
  return migrations.every((migration) => applied.some(({ name }) => name === migration.name))
}

async function listApplied(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, checksum, is_breaking from schema_migrations order by name',
  )
  return rows
}

function checkHistory(applied: Applied[], migrations: Migration[]): void {
  const ahead = applied.find((row) => row.is_breaking && !migrations.some(({ name }) => name === row.name))
  if (ahead) {
    throw new ConfigError([
      `The database was changed by a newer Vorder (${ahead.name}): start that version, or restore a backup from before it`,
    ])
  }
  const edited = migrations.find(({ name, checksum }) =>
    applied.some((row) => row.name === name && row.checksum !== checksum),
  )
  if (edited) {
    throw new ConfigError([
      `The migration ${edited.name} differs from the one that this database was built with: install an unchanged Vorder`,
    ])
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (name, checksum, is_breaking) values ($1, $2, $3)', [
      migration.name,
      migration.checksum,
      migration.isBreaking,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed; nothing of it was kept`, { cause: error })
  }
}
