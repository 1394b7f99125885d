import type pg from 'pg'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { startChild } from './child.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { columnsOf, copyIn, copyOut } from './copy-rows.ts'
import { type FakeStripe, startFakeStripe } from './fake-stripe.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import type { Figures, Round } from './rounds.ts'
import { until } from './until.ts'

export const customersPerInvoice = 0.4
export const pageSize = 100
/** What has to be there before rows of an import can be. */
const parentTables = ['creditors', 'profiles', 'connections', 'import_runs']
/** All that an import leaves behind: customers, invoices, the ledger and the history. */
const importedTables = ['customers', 'invoices', 'invoice_documents', 'import_lines', 'activities']

const ours = { of: 'vorder', figure: 'rowsPerSecond' }

/** B3: how fast a whole account comes in, what it costs in calls, and what a second run of it does. */
export const backfill: Bench = {
  id: 'B3',
  title: 'backfill',
  rounds: 3,
  sizes: { invoices: 10_000 },
  aims: [
    {
      name: 'invoices a second, times COPY of the same rows into the same tables',
      value: ours,
      over: { of: 'copy', figure: 'rowsPerSecond' },
      atLeast: 0.25,
    },
    {
      name: 'invoices a second, times the fetch and batch-upsert loop',
      value: ours,
      over: { of: 'loop', figure: 'rowsPerSecond' },
      atLeast: 0.5,
    },
    {
      name: 'invoices a second, times stripe-sync-engine',
      value: ours,
      over: { of: 'stripe', figure: 'rowsPerSecond' },
      atLeast: 2,
    },
    { name: 'calls, times the ideal', value: { of: 'vorder', figure: 'callsOverIdeal' }, atMost: 1.05 },
    { name: 'second run, times faster', value: { of: 'again', figure: 'timesFaster' }, atLeast: 2 },
    {
      name: 'rows of invoices that the second run wrote',
      value: { of: 'again', figure: 'writtenInvoices' },
      atMost: 0,
      for: 'every round',
    },
    {
      name: 'invoices missing or double',
      value: { of: 'vorder', figure: 'wrong' },
      atMost: 0,
      for: 'every round',
    },
    { name: 'peak memory, MB', value: { of: 'vorder', figure: 'maxRssMb' }, atMost: 400 },
  ],
  steady: ['copy', 'loop', 'stripe'].map((of) => ({ of, figure: 'rowsPerSecond' })),
  async start({ invoices = 0 }) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(
        await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null, webhookMode: 'manual' }),
      )
      const customers = Math.ceil(invoices * customersPerInvoice)
      teamleader.control.addMany({ invoices, customers })
      const stripe = ending.add(await startFakeStripe({ invoices, customers }))
      const world: World = { postgres, teamleader, stripe, invoices, customers }
      return { round: () => measureAll(world), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = {
  postgres: PrivatePostgres
  teamleader: TeamleaderSandbox
  stripe: FakeStripe
  invoices: number
  customers: number
}

/** Each contestant starts with an empty database of its own; what it does before its first page is warming up. */
async function measureAll(world: World): Promise<Round> {
  const vorder = await startConnectedVorder(world)
  try {
    const first = await importAll(world, vorder)
    const again = await importAgain(world, vorder, first.seconds)
    const copy = await copyRows(world, vorder)
    const loop = await runLoop(world, vorder)
    const { seconds: _, ...figures } = first
    return { vorder: figures, again, copy, loop, stripe: await runStripe(world) }
  } finally {
    await vorder.stop()
  }
}

async function importAll({ teamleader, invoices, customers }: World, vorder: ConnectedVorder) {
  await holdDocuments(vorder)
  teamleader.journal.clear()
  await vorder.switchOn()
  const seconds = await secondsOfRun(vorder, 1)
  const { maxRssMb } = await vorder.child.ask<{ maxRssMb: number }>({})
  const { rows } = await vorder.database.query<{ count: number }>(
    'select count(*)::int as count from invoices',
  )
  const ideal = Math.ceil(invoices / pageSize) + Math.ceil(customers / pageSize)
  return {
    seconds,
    rowsPerSecond: invoices / seconds,
    callsOverIdeal: countCalls(teamleader) / ideal,
    wrong: Math.abs(invoices - (rows[0]?.count ?? 0)),
    maxRssMb,
  }
}

/** Documents are asked for, as an import does, and fetched another time: they are no part of this measurement. */
export async function holdDocuments({ database }: ConnectedVorder): Promise<void> {
  await database.query(`
    create function hold_document() returns trigger language plpgsql as $$
    begin new.next_try_at := new.next_try_at + interval '1 year'; return new; end $$`)
  await database.query(`
    create trigger hold_documents before insert on invoice_documents for each row execute function hold_document()`)
}

async function importAgain(
  { teamleader }: World,
  vorder: ConnectedVorder,
  firstSeconds: number,
): Promise<Figures> {
  const before = await rowVersions(vorder.database)
  teamleader.journal.clear()
  await vorder.visitor.request('POST', `/api/v1/connections/${vorder.connectionId}/reconcile`)
  const seconds = await secondsOfRun(vorder, 2)
  const after = await rowVersions(vorder.database)
  const writtenInvoices = [...after].filter((version) => !before.has(version)).length
  return { timesFaster: firstSeconds / seconds, writtenInvoices, calls: countCalls(teamleader) }
}

/** The rows as PostgreSQL versions them: whatever is written, even unchanged, gets another version. */
export async function rowVersions(database: pg.Client): Promise<Set<string>> {
  const { rows } = await database.query<{ version: string }>(
    `select id || ':' || xmin::text as version from invoices`,
  )
  return new Set(rows.map(({ version }) => version))
}

export function countCalls({ journal }: TeamleaderSandbox): number {
  // The records of the customers themselves, and the documents, follow in the background.
  const isOfImport = /^(invoices\.(list|info)|(companies|contacts)\.list|(subscriptions|creditNotes)\.)/
  return journal.requests().filter(({ operation }) => isOfImport.test(operation)).length
}

/** The seconds that the import of that number took, by the clock of the installation; it may take ten minutes. */
export function secondsOfRun({ database }: ConnectedVorder, count: number): Promise<number> {
  const look = async () => {
    const { rows } = await database.query<{ state: string; seconds: number }>(
      `select state, extract(epoch from finished_at - started_at)::float as seconds from import_runs
       where state <> 'running' order by started_at`,
    )
    if (rows.some(({ state }) => state === 'failed')) throw new Error('An import failed')
    return rows.length >= count ? rows.at(count - 1)?.seconds : undefined
  }
  return until('the import to end', look, { everyMs: 50, givenUpAfterMs: 600_000 })
}

/** The same final rows, in one transaction of the owner, with all indexes and constraints in place. */
async function copyRows({ postgres, invoices }: World, vorder: ConnectedVorder): Promise<Figures> {
  const database = await postgres.connect(await postgres.createMigrated())
  try {
    await copyTables(vorder.database, database, parentTables)
    const takeSeconds = await copyTables(vorder.database, database, importedTables)
    return { rowsPerSecond: invoices / takeSeconds }
  } finally {
    await database.end()
  }
}

/** Answers the seconds that writing took; reading is no part of it. */
async function copyTables(from: pg.Client, to: pg.Client, tables: readonly string[]): Promise<number> {
  const all = []
  for (const table of tables) {
    const columns = await columnsOf(from, table)
    all.push({ table, columns, text: await copyOut(from, table, columns) })
  }
  const startedAt = performance.now()
  await to.query('begin')
  for (const rows of all) await copyIn(to, rows)
  await to.query('commit')
  return (performance.now() - startedAt) / 1_000
}

async function runLoop({ postgres, teamleader, invoices }: World, vorder: ConnectedVorder): Promise<Figures> {
  const databaseUrl = await postgres.createMigrated()
  const database = await postgres.connect(databaseUrl)
  await copyTables(vorder.database, database, parentTables)
  const loop = await startChild('process-loop.ts', {
    databaseUrl,
    apiUrl: teamleader.apiUrl,
    token: teamleader.control.issueTokens().access_token,
    updatedSince: '2020-01-01T00:00:00+00:00',
  })
  try {
    const { rows, seconds } = await loop.ask<{ rows: number; seconds: number }>({})
    if (rows !== invoices) throw new Error(`The loop brought in ${rows} of ${invoices} invoices`)
    return { rowsPerSecond: invoices / seconds }
  } finally {
    await loop.stop()
    await database.end()
  }
}

async function runStripe({ postgres, stripe, invoices }: World): Promise<Figures> {
  const databaseUrl = await postgres.createEmpty()
  const engine = await startChild('process-stripe-sync.ts', { databaseUrl, upstreamPort: stripe.port })
  try {
    const done = await engine.ask<{ synced: number; seconds: number; maxRssMb: number }>({ backfill: true })
    if (done.synced !== invoices)
      throw new Error(`The engine brought in ${done.synced} of ${invoices} invoices`)
    return { rowsPerSecond: invoices / done.seconds, maxRssMb: done.maxRssMb }
  } finally {
    await engine.stop()
  }
}
