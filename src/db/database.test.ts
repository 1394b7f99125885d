import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, runOn, type TestDatabase } from '../../test/support/test-database.ts'
import { createLog } from '../log.ts'
import { CommitUnknownError, type Database } from './database.ts'
import { connectDatabase } from './open-database.ts'

const log = createLog({ level: 'silent' })
const patience = { timeout: 20_000 }
let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = await connectDatabase({ connectionString: testDatabase.url }, log)
  await database.owner.query(`
    insert into creditors (id, name, created_at) values ('cre_a', 'A', now()), ('cre_b', 'B', now());
    insert into profiles (id, creditor_id, name, created_at) values ('prf_a', 'cre_a', 'Standard', now()), ('prf_b', 'cre_b', 'Standard', now());
    create table counters (id text primary key, total_cents bigint not null, due_date date, price numeric, facts jsonb);
    grant all on counters to vorder_app, vorder_system;
    insert into counters values ('one', 1, '2026-02-28', 1.10, '{"snake_key": {"deep_key": 1}}'), ('two', 1, null, null, null)`)
})

afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

test('a creditor sees and changes its own rows only, also through typed SQL', async () => {
  await database.transaction({ kind: 'creditor', creditorId: 'cre_a' }, async (db) => {
    expect(await db.selectFrom('profiles').select(['id', 'creditorId']).execute()).toEqual([
      { id: 'prf_a', creditorId: 'cre_a' },
    ])
    const { numUpdatedRows } = await db
      .updateTable('profiles')
      .set({ name: 'Mine' })
      .where('id', '=', 'prf_b')
      .executeTakeFirst()
    expect(numUpdatedRows).toBe(0n)
  })
  const stolen = { id: 'prf_x', creditorId: 'cre_b', name: 'Stolen', createdAt: new Date() }
  await expect(
    database.transaction({ kind: 'creditor', creditorId: 'cre_a' }, (db) =>
      db.insertInto('profiles').values(stolen).execute(),
    ),
  ).rejects.toThrow('row-level security')
})

test('a creditor id is only ever a value, and an empty one sees nothing', async () => {
  for (const creditorId of ['', "cre_a'; set local role vorder_system; --", 'cre_z']) {
    const rows = await database.transaction({ kind: 'creditor', creditorId }, (db) =>
      db.selectFrom('profiles').selectAll().execute(),
    )
    expect(rows).toEqual([])
  }
})

test('the system sees all creditors', async () => {
  const rows = await database.transaction({ kind: 'system' }, (db) =>
    db.selectFrom('profiles').select('id').orderBy('id').execute(),
  )
  expect(rows.map(({ id }) => id)).toEqual(['prf_a', 'prf_b'])
})

test('role and creditor do not stay on the connection', async () => {
  const single = await connectDatabase({ connectionString: testDatabase.url }, log, { poolSize: 1 })
  await single.transaction({ kind: 'creditor', creditorId: 'cre_a' }, (db) =>
    db.selectFrom('profiles').selectAll().execute(),
  )
  const rows = await single.transaction({ kind: 'system' }, (db) =>
    db.selectFrom('profiles').selectAll().execute(),
  )
  expect(rows).toHaveLength(2)
  await single.close()
})

test('work that throws leaves nothing behind', async () => {
  const failing = database.transaction({ kind: 'system' }, async (db) => {
    await db.updateTable('profiles').set({ name: 'Half' }).execute()
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  const { rows } = await database.owner.query(`select from profiles where name = 'Half'`)
  expect(rows).toHaveLength(0)
})

test('a failed statement that was swallowed does not pass for stored', async () => {
  const swallowing = database.transaction({ kind: 'system' }, async (db) => {
    await db
      .updateTable('profiles')
      .set({ id: 'prf_a' })
      .execute()
      .catch(() => {})
  })
  await expect(swallowing).rejects.toThrow('nothing was stored')
})

test('two transactions that block each other both come through', async () => {
  const bothAreIn = Promise.withResolvers<void>()
  let inside = 0
  const add = (first: string, second: string) =>
    database.transaction({ kind: 'system' }, async (db) => {
      const increase = (id: string) =>
        sql`update counters set total_cents = total_cents + 1 where id = ${id}`.execute(db)
      await increase(first)
      if (++inside === 2) bothAreIn.resolve()
      await bothAreIn.promise
      await increase(second)
    })
  await Promise.all([add('one', 'two'), add('two', 'one')])
  expect(inside).toBeGreaterThan(2)
  const { rows } = await database.owner.query('select total_cents from counters order by id')
  expect(rows).toEqual([{ total_cents: 3 }, { total_cents: 3 }])
})

test('a connection that breaks while committing says that the outcome is unknown', async () => {
  await database.owner.query(`
    create function die() returns trigger language plpgsql security definer as $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$;
    create constraint trigger die after insert on counters deferrable initially deferred for each row when (new.id = 'dies') execute function die()`)
  const breaking = database.transaction({ kind: 'system' }, (db) =>
    sql`insert into counters values ('dies', 0)`.execute(db),
  )
  await expect(breaking).rejects.toThrow(CommitUnknownError)
  await expect(database.ping()).resolves.toBeUndefined()
})

test('values arrive as the code expects them', async () => {
  const { rows } = await database.owner.query(
    `select due_date, price, facts, total_cents, array[1, 2]::bigint[] as cents, array['2026-01-01']::date[] as days, array[null, 1.5]::numeric[] as prices from counters where id = 'one'`,
  )
  expect(rows[0]).toMatchObject({
    due_date: '2026-02-28',
    price: '1.10',
    cents: [1, 2],
    days: ['2026-01-01'],
    prices: [null, '1.5'],
  })
  await expect(database.owner.query('select 9007199254740993::bigint')).rejects.toThrow('safe integer')
})

test('column names are converted, the contents of JSON are not', async () => {
  const row = await database.transaction({ kind: 'system' }, async (db) => {
    const { rows } = await sql<{
      facts: unknown
      dueDate: string
    }>`select facts, due_date from counters where id = 'one'`.execute(db)
    return rows[0]
  })
  expect(row).toEqual({ facts: { snake_key: { deep_key: 1 } }, dueDate: '2026-02-28' })
})

test('a listener hears notices, survives a broken connection and learns that it may have missed some', async () => {
  const heard: (string | undefined)[] = []
  const stop = await database.listen('test channel', (payload) => heard.push(payload))
  await database.owner.query(`select pg_notify('test channel', 'one')`)
  await expect.poll(() => heard, patience).toEqual(['one'])
  await database.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vorder-listen' and datname = current_database()`,
  )
  await expect.poll(() => heard, patience).toEqual(['one', undefined])
  await database.owner.query(`select pg_notify('test channel', 'two')`)
  await expect.poll(() => heard, patience).toEqual(['one', undefined, 'two'])
  await stop()
})

test('a database that does not let us in is one clear line without the password', async () => {
  const wrong = new URL(testDatabase.url)
  wrong.pathname = '/nowhere'
  const opening = connectDatabase({ connectionString: wrong.href }, log)
  await expect(opening).rejects.toThrow(/^DATABASE_URL is \[hidden\].*nowhere/)
})

test('a login without the right to make roles is told what to run', async () => {
  const admin = new pg.Client({ connectionString: inject('testServerUrl') })
  await admin.connect()
  await admin.query('create role plain_login login')
  await runOn(testDatabase.url, 'grant all on schema public to plain_login')
  const url = new URL(testDatabase.url)
  url.username = 'plain_login'
  try {
    await expect(connectDatabase({ connectionString: url.href }, log)).rejects.toThrow(
      /grant vorder_app to plain_login/,
    )
  } finally {
    await runOn(testDatabase.url, 'drop owned by plain_login')
    await admin.query('drop role plain_login')
    await admin.end()
  }
})

test('a login that is no superuser can own everything, and creditors stay apart', async () => {
  const admin = new pg.Client({ connectionString: inject('testServerUrl') })
  await admin.connect()
  await admin.query('create role plain_owner login; grant vorder_app, vorder_system to plain_owner')
  await admin.query('create database plain_database owner plain_owner')
  const url = new URL(inject('testServerUrl'))
  url.username = 'plain_owner'
  url.pathname = '/plain_database'
  try {
    const plain = await connectDatabase({ connectionString: url.href }, log)
    await plain.transaction({ kind: 'system' }, (db) =>
      db.insertInto('creditors').values({ id: 'cre_c', name: 'C', createdAt: new Date() }).execute(),
    )
    const seenBy = (creditorId: string) =>
      plain.transaction({ kind: 'creditor', creditorId }, (db) =>
        db.selectFrom('creditors').select('id').execute(),
      )
    expect([await seenBy('cre_c'), await seenBy('cre_z')]).toEqual([[{ id: 'cre_c' }], []])
    // Functions that run as their owner see the rows they are for, of the creditor that the transaction works for.
    await plain.transaction({ kind: 'system' }, (db) =>
      sql`insert into customers (id, creditor_id, number, kind, company_name, origin, created_at, updated_at)
        values ('cus_c', 'cre_c', 'C00001', 'company', 'Bakkerij', 'hand', now(), now())`.execute(db),
    )
    const foundBy = async (creditorId: string) => {
      const found = await plain.transaction({ kind: 'creditor', creditorId }, (db) =>
        sql`select customers_like('[["%bakker%"]]', 10) as id`.execute(db),
      )
      return found.rows
    }
    expect([await foundBy('cre_c'), await foundBy('cre_z')]).toEqual([[{ id: 'cus_c' }], []])
    await plain.close()
  } finally {
    await admin.query('drop database plain_database with (force)')
    await admin.query('drop role plain_owner')
    await admin.end()
  }
})

test('closing cuts work that does not end', async () => {
  const closing = await connectDatabase({ connectionString: testDatabase.url }, log)
  const isInside = Promise.withResolvers<void>()
  const endless = closing.transaction({ kind: 'system' }, async () => {
    isInside.resolve()
    await new Promise(() => {})
  })
  void endless.catch(() => {})
  await isInside.promise
  await closing.close()
  const { rows } = await database.owner.query(
    `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  expect(rows).toEqual([])
})

test('a database that goes away in the middle is an outage, not a bug', async () => {
  const interrupted = database.transaction({ kind: 'system' }, async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    await database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await sql`select 1`.execute(db)
  })
  await expect(interrupted).rejects.toMatchObject({
    name: 'SourceUnavailableError',
    code: 'database_unavailable',
  })
})
