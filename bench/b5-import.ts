import type pg from 'pg'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { copyIn } from './copy-rows.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import { forgetPeak, memoryMb } from './process-memory.ts'
import type { Figures, Round } from './rounds.ts'
import { until } from './until.ts'

/** B5, the way in: a file of customers, a fifth of whom exist and some of whose rows are faulty, beside COPY and a merge. */
export const customerImport: Bench = {
  id: 'B5-IMPORT',
  title: 'customer import',
  rounds: 3,
  sizes: { customers: 100_000 },
  aims: [
    {
      name: 'rows a second, upload included, times COPY to a temporary table and a merge',
      value: { of: 'vorder', figure: 'rowsPerSecond' },
      over: { of: 'copy', figure: 'rowsPerSecond' },
      atLeast: 0.25,
    },
    { name: 'rows a second', value: { of: 'vorder', figure: 'rowsPerSecond' }, atLeast: 7_000 },
    {
      name: 'rows with another end than they should have',
      value: { of: 'vorder', figure: 'wrong' },
      atMost: 0,
      for: 'every round',
    },
    { name: 'memory growth, MB', value: { of: 'vorder', figure: 'growthMb' }, atMost: 100 },
    {
      name: 'customers that the same file wrote a second time',
      value: { of: 'again', figure: 'written' },
      atMost: 0,
      for: 'every round',
    },
  ],
  steady: [{ of: 'copy', figure: 'rowsPerSecond' }],
  async start({ customers = 0 }) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(
        await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null, webhookMode: 'manual' }),
      )
      const world: World = { postgres, teamleader, customers }
      return { round: () => measureAll(world), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = { postgres: PrivatePostgres; teamleader: TeamleaderSandbox; customers: number }

/** Each round in a database of its own. */
async function measureAll(world: World): Promise<Round> {
  const vorder = await startConnectedVorder(world)
  try {
    await vorder.database.query(fillExisting, [existingOf(world.customers)])
    await vorder.database.query('vacuum analyze customers')
    // The first import of a process loads what it needs.
    await importFile(vorder, 'customer_number,company_name\nW-1,Warm\n')
    const first = await measureImport(world, vorder)
    const again = await measureAgain(world, vorder)
    return { vorder: first, again, copy: await copyAndMerge(world) }
  } finally {
    await vorder.stop()
  }
}

async function measureImport({ customers }: World, vorder: ConnectedVorder): Promise<Figures> {
  const { pid } = vorder.child
  const cpuBefore = (await vorder.child.ask<{ cpuSeconds: number }>({})).cpuSeconds
  const text = fileOf(customers)
  const before = memoryMb(pid, 'VmRSS')
  forgetPeak(pid)
  const { uploadSeconds, seconds, counts } = await importFile(vorder, text)
  const { cpuSeconds } = await vorder.child.ask<{ cpuSeconds: number }>({})
  const faulty = Math.floor(customers / faultyEach)
  const wrong =
    Math.abs((counts.refuse ?? 0) - faulty) +
    Math.abs((counts.create ?? 0) + (counts.update ?? 0) - (customers - faulty))
  return {
    rowsPerSecond: customers / (uploadSeconds + seconds),
    uploadSeconds,
    importSeconds: seconds,
    cpuMicrosPerRow: ((cpuSeconds - cpuBefore) * 1_000_000) / customers,
    megabytes: text.length / 1_000_000,
    growthMb: memoryMb(pid, 'VmHWM') - before,
    wrong,
  }
}

/** The same file once more. Whatever is written, even unchanged, gets another version in PostgreSQL. */
async function measureAgain({ customers }: World, vorder: ConnectedVorder): Promise<Figures> {
  const before = await versions(vorder.database)
  const { uploadSeconds, seconds } = await importFile(vorder, fileOf(customers))
  const after = await versions(vorder.database)
  const written = [...after].filter((version) => !before.has(version)).length
  return { rowsPerSecond: customers / (uploadSeconds + seconds), written }
}

async function versions(database: pg.Client): Promise<Set<string>> {
  const { rows } = await database.query<{ version: string }>(
    `select id || ':' || xmin::text as version from customers`,
  )
  return new Set(rows.map(({ version }) => version))
}

async function importFile({ visitor, database }: ConnectedVorder, text: string) {
  const form = new FormData()
  form.append('file', new Blob([text]), 'customers.csv')
  const startedAt = performance.now()
  const answer = await visitor.upload('/api/v1/customer-imports', form)
  const uploadSeconds = (performance.now() - startedAt) / 1_000
  const { id } = (await answer.json()) as { id: string }
  await visitor.request('POST', `/api/v1/customer-imports/${id}/import`)
  const run = await until('the import to end', async () => {
    const { rows } = await database.query<{ state: string; seconds: number; counts: Record<string, number> }>(
      `select r.state, extract(epoch from r.finished_at - r.created_at)::float as seconds, r.counts
       from customer_imports i join long_runs r on r.id = i.run_id where i.id = $1 and r.finished_at is not null`,
      [id],
    )
    const [ended] = rows
    if (ended && ended.state !== 'finished') throw new Error(`An import ended ${ended.state}`)
    return ended
  })
  return { uploadSeconds, seconds: run.seconds, counts: run.counts }
}

/** The same rows by the fastest way that PostgreSQL has, into the same table with its indexes; nothing is checked or told. */
async function copyAndMerge({ postgres, customers }: World): Promise<Figures> {
  const database = await postgres.connect(await postgres.createMigrated())
  try {
    await database.query(`insert into creditors (id, name, created_at) values ('cre_1', 'One', now())`)
    await database.query(fillExisting, [existingOf(customers)])
    await database.query('vacuum analyze customers')
    const text = Buffer.from(
      rowsOf(customers)
        .map((cells) => `${cells.join('\t')}\n`)
        .join(''),
    )
    const startedAt = performance.now()
    await database.query('begin')
    await database.query(
      `create temp table rows (${columns.map((name) => `${name} text`).join(', ')}) on commit drop`,
    )
    await copyIn(database, { table: 'rows', columns, text })
    await database.query(merge)
    await database.query('commit')
    return { rowsPerSecond: customers / ((performance.now() - startedAt) / 1_000) }
  } finally {
    await database.end()
  }
}

const existingEach = 5
const faultyEach = 100

function existingOf(customers: number): number {
  return Math.floor(customers / existingEach)
}

const columns = [
  'customer_number',
  'company_name',
  'first_name',
  'last_name',
  'email',
  'cc',
  'mobile',
  'language',
  'address',
  'postal_code',
  'city',
  'country',
  'vat_number',
  'enterprise_number',
]

function fileOf(customers: number): string {
  return [columns, ...rowsOf(customers)].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function rowsOf(customers: number): string[][] {
  return Array.from({ length: customers }, (_, index) => {
    const n = index + 1
    const isPerson = n % 4 === 0
    return [
      `K${n}`,
      isPerson ? '' : `Bakkerij ${(n * 2_654_435_761).toString(36)} bv`,
      isPerson ? 'Jan' : '',
      isPerson ? `Peeters ${n}` : '',
      n % faultyEach === 0 ? 'not an address' : `info@bakkerij-${n}.example`,
      `boekhouding@bakkerij-${n}.example`,
      `+324701${String(n % 100_000).padStart(5, '0')}`,
      'nl',
      `Kerkstraat ${n % 300}`,
      '9000',
      'Gent',
      'BE',
      `BE0${String(n).padStart(9, '0')}`,
      `0${String(n).padStart(9, '0')}`,
    ]
  })
}

/** Every fifth of the file exists, in another city. */
const fillExisting = `
  insert into customers (id, creditor_id, number, kind, company_name, email, city, created_at, updated_at)
  select 'cus_' || lpad(n::text, 12, '0'), c.id, 'K' || n * ${existingEach}, 'company', 'Bakkerij ' || n,
    'old@bakkerij-' || n || '.example', 'Brugge', timestamptz '2024-01-01' + n * interval '1 minute', now()
  from generate_series(1, $1::int) as n, (select id from creditors order by id limit 1) as c`

const merge = `
  insert into customers (id, creditor_id, number, kind, company_name, first_name, last_name, email, cc, mobile, language,
    address_line, postal_code, city, country, vat_number, enterprise_number, origin, created_at, updated_at)
  select 'cus_' || md5(customer_number), 'cre_1', customer_number, case when company_name = '' then 'person' else 'company' end,
    nullif(company_name, ''), nullif(first_name, ''), nullif(last_name, ''), email, array[cc], mobile, language, address,
    postal_code, city, country, vat_number, enterprise_number, 'file', now(), now()
  from rows
  on conflict (creditor_id, number) do update set kind = excluded.kind, company_name = excluded.company_name,
    first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email, cc = excluded.cc,
    mobile = excluded.mobile, language = excluded.language, address_line = excluded.address_line,
    postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
    vat_number = excluded.vat_number, enterprise_number = excluded.enterprise_number, updated_at = excluded.updated_at`
