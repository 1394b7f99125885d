import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { createLog } from '../log.ts'
import type { Database } from './database.ts'
import { connectDatabase } from './open-database.ts'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = await connectDatabase({ connectionString: testDatabase.url }, createLog({ level: 'silent' }))
})

afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

async function namesOf(sql: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(sql)
  return rows.map(({ name }) => name).sort()
}

const creditorTables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and a.attname = 'creditor_id' and not a.attisdropped`

test('there are tables of creditors, so that the other checks check something', async () => {
  expect(await namesOf(`select relname as name from (${creditorTables}) t`)).toEqual(
    expect.arrayContaining([
      'activities',
      'connections',
      'customers',
      'import_lines',
      'invoices',
      'profiles',
      'webhook_events',
    ]),
  )
})

test('every table of a creditor has row-level security that binds its owner too', async () => {
  expect(
    await namesOf(
      `select relname as name from (${creditorTables}) t where not (relrowsecurity and relforcerowsecurity)`,
    ),
  ).toEqual([])
})

test('every table of a creditor has a policy for each of the two roles, and the one of a creditor names the setting', async () => {
  const lacking = (role: string, words: string) => `select t.relname as name from (${creditorTables}) t
    where not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive
      and p.polroles = array[(select oid from pg_roles where rolname = '${role}')]
      and pg_get_expr(p.polqual, p.polrelid) like '${words}'
      and pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid) like '${words}')`
  expect(
    await namesOf(
      lacking('vorder_app', "%creditor_id = NULLIF(current_setting(''vorder.creditor_id''::text, true)%"),
    ),
  ).toEqual([])
  expect(await namesOf(lacking('vorder_system', 'true'))).toEqual([])
})

test('no policy lets a role of the verbs pass in another way', async () => {
  const { rows } =
    await database.owner.query(`select p.polname, c.relname, p.polcmd from pg_policy p join pg_class c on c.oid = p.polrelid
    join (${creditorTables}) t on t.oid = c.oid where p.polroles = array[0::oid]`)
  expect(rows).toEqual([])
})

test('the roles of the verbs own nothing, cannot sign in and cannot look past row-level security', async () => {
  const { rows } = await database.owner.query(`select rolname, rolcanlogin, rolsuper, rolbypassrls,
    exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname in ('vorder_app', 'vorder_system') order by 1`)
  const harmless = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, owns: false }
  expect(rows).toEqual([
    { rolname: 'vorder_app', ...harmless },
    { rolname: 'vorder_system', ...harmless },
  ])
})

test('a reference between two things of a creditor names the creditor on both sides', async () => {
  const references = `select c.conrelid::regclass || ' ' || c.conname as name from pg_constraint c
    join (${creditorTables}) f on f.oid = c.conrelid join (${creditorTables}) t on t.oid = c.confrelid
    where c.contype = 'f' and not exists (
      select from unnest(c.conkey, c.confkey) as k(here, there)
      join pg_attribute h on h.attrelid = c.conrelid and h.attnum = k.here and h.attname = 'creditor_id'
      join pg_attribute o on o.attrelid = c.confrelid and o.attnum = k.there and o.attname = 'creditor_id')`
  expect(await namesOf(references)).toEqual([])
})

test('the role of a creditor sees nothing of another one, in any table, and nothing at all when no creditor is set', async () => {
  const tables = await namesOf(`select oid::regclass::text as name from (${creditorTables}) t`)
  await fillEveryTable(tables)
  for (const setting of [
    `set local vorder.creditor_id = 'cre_stranger'`,
    `set local vorder.creditor_id = ''`,
    '',
  ]) {
    expect(await visibleTo(setting, tables)).toEqual([])
  }
  expect(await visibleTo(`set local vorder.creditor_id = 'cre_seen'`, tables)).toEqual(tables)
})

/** One row in every table, without its checks and references: only who may see it matters here. */
async function fillEveryTable(tables: string[]): Promise<void> {
  const client = await database.owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const table of tables) await client.query(await insertFor(table))
  } finally {
    client.release(true)
  }
}

async function insertFor(table: string): Promise<string> {
  const { rows } = await database.owner.query<{ name: string; type: string; check: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''') from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
       and a.attgenerated = '' and a.attidentity = '' and not a.atthasdef`,
    [table],
  )
  const drops = await namesOf(
    `select format('alter table ${table} drop constraint %I cascade', conname) as name from pg_constraint where conrelid = '${table}'::regclass and contype in ('c', 'f')`,
  )
  const values = rows.map(({ name, type, check }) =>
    name === 'creditor_id' ? `'cre_seen'` : someValue(type, check),
  )
  const insert = `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`
  return [...drops, insert].join('; ')
}

function someValue(type: string, check: string | null): string {
  if (type === 'text') return `'${check ?? 'x'}'`
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'bytea') return `'\\x01'`
  if (type === 'date') return `'2026-01-01'`
  return `'1'::${type}`
}

async function visibleTo(setting: string, tables: string[]): Promise<string[]> {
  const client = await database.owner.connect()
  try {
    await client.query(`begin; set local role vorder_app; ${setting}`)
    const seen: string[] = []
    for (const table of tables) {
      const { rows } = await client.query(`select creditor_id from ${table}`)
      if (rows.length > 0) seen.push(table)
    }
    return seen
  } finally {
    await client.query('rollback')
    client.release()
  }
}
