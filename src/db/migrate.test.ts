import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { runOn, withDatabase } from '../../test/support/test-database.ts'
import { createLog } from '../log.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const log = createLog({ level: 'silent' })
let name: string
let client: pg.Client

beforeEach(async () => {
  name = `migrate_${process.pid}_${Math.random().toString(36).slice(2)}`
  await runOn(inject('testServerUrl'), `create database ${name}`)
  client = await connect()
})

afterEach(async () => {
  await client.end()
  await runOn(inject('testServerUrl'), `drop database ${name} with (force)`)
})

async function connect(): Promise<pg.Client> {
  const fresh = new pg.Client({ connectionString: withDatabase(inject('testServerUrl'), name) })
  await fresh.connect()
  return fresh
}

function migration(number: string, sql: string, isBreaking = false): Migration {
  return { name: `${number}-test.sql`, sql, checksum: sql, isBreaking }
}

const first = migration('0001', 'create table first (id int)')
const second = migration('0002', 'create table second (id int)')

test('each migration runs once, in order', async () => {
  await migrate(client, log, [first])
  await migrate(client, log, [first, second])
  await migrate(client, log, [first, second])
  const { rows } = await client.query('select name from schema_migrations order by applied_at')
  expect(rows.map((row) => row.name)).toEqual(['0001-test.sql', '0002-test.sql'])
})

test('two processes that start at once migrate once', async () => {
  const others = await Promise.all(Array.from({ length: 4 }, connect))
  await Promise.all(others.map((other) => migrate(other, log, [first, second])))
  await Promise.all(others.map((other) => other.end()))
  expect((await client.query('select from schema_migrations')).rowCount).toBe(2)
})

test('a migration that fails leaves nothing, and what was before it stays', async () => {
  const broken = migration('0002', 'create table second (id int); select 1 / 0')
  await expect(migrate(client, log, [first, broken])).rejects.toThrow('0002-test.sql failed')
  const { rows } = await client.query(
    `select to_regclass('first') is not null as first, to_regclass('second') is not null as second`,
  )
  expect(rows).toEqual([{ first: true, second: false }])
  await migrate(client, log, [first, second])
})

test('a program refuses a database that a newer one changed in a breaking way, and accepts a harmless change', async () => {
  await migrate(client, log, [first, second])
  await expect(migrate(client, log, [first])).resolves.toBeUndefined()
  await migrate(client, log, [first, second, migration('0003', 'drop table second', true)])
  await expect(migrate(client, log, [first])).rejects.toThrow(/newer Vorder \(0003-test\.sql\)/)
})

test('a migration that was edited after it ran is refused', async () => {
  await migrate(client, log, [first])
  const edited = { ...first, checksum: 'other' }
  await expect(migrate(client, log, [edited])).rejects.toThrow(/0001-test\.sql differs/)
})

test('the numbers of our own migrations have no gap and no double', () => {
  const numbers = readMigrations().map((own) => Number(own.name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
  expect(numbers.length).toBeGreaterThan(1)
})
