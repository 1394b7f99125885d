import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { copyQuery } from './copy-rows.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import { forgetPeak, memoryMb } from './process-memory.ts'
import type { ResourceUse } from './resource-use.ts'
import type { Figures, Round } from './rounds.ts'
import { until } from './until.ts'

const pageSize = 100

/** B5, the way out: customers of ours to a file beside COPY, and all of Teamleader's to a file in as few calls as can be. */
export const customerExport: Bench = {
  id: 'B5-EXPORT',
  title: 'customer export',
  rounds: 3,
  sizes: { customers: 100_000, crm: 2_000 },
  aims: [
    {
      name: 'customers a second, times COPY of the same columns to CSV',
      value: { of: 'vorder', figure: 'rowsPerSecond' },
      over: { of: 'copy', figure: 'rowsPerSecond' },
      atLeast: 0.25,
    },
    {
      name: 'rows missing or double in the file',
      value: { of: 'vorder', figure: 'wrong' },
      atMost: 0,
      for: 'every round',
    },
    { name: 'memory growth, MB', value: { of: 'vorder', figure: 'growthMb' }, atMost: 100 },
    {
      name: 'calls for each exported customer of Teamleader, times the ideal',
      value: { of: 'crm', figure: 'callsOverIdeal' },
      atMost: 1.05,
    },
    {
      name: 'calls for each, by the lists alone, times the ideal',
      value: { of: 'lists', figure: 'callsOverIdeal' },
      atMost: 1.2,
    },
  ],
  steady: [{ of: 'copy', figure: 'rowsPerSecond' }],
  async start({ customers = 0, crm = 0 }) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(
        await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null, webhookMode: 'manual' }),
      )
      teamleader.control.addMany({ invoices: 0, customers: crm })
      const vorder = ending.add(await startConnectedVorder({ postgres, teamleader }))
      await vorder.database.query(fill, [customers])
      await vorder.database.query('vacuum analyze customers')
      const idleMb = memoryMb(vorder.child.pid, 'VmRSS')
      // The first export of a process loads what it needs.
      await exportOurs(vorder)
      const world: World = { vorder, teamleader, customers, crm, idleMb }
      return { round: () => measureAll(world), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = {
  vorder: ConnectedVorder
  teamleader: TeamleaderSandbox
  customers: number
  crm: number
  /** Memory before the first export. */
  idleMb: number
}

async function measureAll(world: World): Promise<Round> {
  return {
    copy: await copyOurs(world),
    vorder: await measureOurs(world),
    crm: await exportCrm(world, 'whole'),
    lists: await exportCrm(world, 'lists'),
  }
}

async function measureOurs({ vorder, customers, idleMb }: World): Promise<Figures> {
  const { pid } = vorder.child
  const cpuBefore = await cpuSeconds(vorder)
  forgetPeak(pid)
  const { seconds, text, downloadSeconds } = await exportOurs(vorder)
  const lines = text.trimEnd().split('\r\n').slice(1)
  const numbers = new Set(lines.map((line) => line.slice(0, line.indexOf(','))))
  return {
    rowsPerSecond: customers / seconds,
    cpuMicrosPerRow: (((await cpuSeconds(vorder)) - cpuBefore) * 1_000_000) / customers,
    downloadSeconds,
    megabytes: text.length / 1_000_000,
    wrong: Math.abs(customers - numbers.size) + Math.abs(customers - lines.length),
    growthMb: memoryMb(pid, 'VmHWM') - idleMb,
  }
}

async function exportOurs(vorder: ConnectedVorder) {
  const body = { selection: { filter: {} }, action: 'export' }
  const { run } = await ask<{ run: { id: string } }>(vorder, '/api/v1/customers/bulk', body)
  const { seconds, fileId } = await finished(vorder, run.id)
  const startedAt = performance.now()
  const answer = await vorder.visitor.download(`/api/v1/shared-files/${fileId}/content`)
  const text = await answer.text()
  return { seconds, text, downloadSeconds: (performance.now() - startedAt) / 1_000 }
}

async function exportCrm({ vorder, teamleader, crm }: World, details: 'whole' | 'lists'): Promise<Figures> {
  teamleader.journal.clear()
  const body = { connectionId: vorder.connectionId, details }
  const run = await ask<{ id: string }>(vorder, '/api/v1/customer-exports', body)
  const { seconds, calls } = await finished(vorder, run.id)
  // Companies only; that there are no contacts has to be asked once.
  const ideal = Math.ceil(crm / pageSize) + 1 + (details === 'whole' ? crm : 0)
  return { customersPerSecond: crm / seconds, callsEach: calls / crm, callsOverIdeal: calls / ideal }
}

function finished({ database }: ConnectedVorder, runId: string) {
  return until('the export to end', async () => {
    const { rows } = await database.query<{ state: string; seconds: number; fileId: string; calls: number }>(
      `select state, extract(epoch from finished_at - started_at)::float as seconds, result->>'sharedFileId' as "fileId",
         coalesce((counts->>'calls')::int, 0) as calls from long_runs where id = $1 and finished_at is not null`,
      [runId],
    )
    const [run] = rows
    if (run && run.state !== 'finished') throw new Error(`An export ended ${run.state}`)
    return run
  })
}

/** The limit that an export is held against: the same columns, by the server itself, to memory. */
async function copyOurs({ vorder, customers }: World): Promise<Figures> {
  const startedAt = performance.now()
  await copyQuery(
    vorder.database,
    `select c.number, company_name, first_name, last_name, email, array_to_string(cc, '; '), mobile, language, address_line,
       postal_code, city, country, invoicing_addressee, invoicing_address_line, invoicing_postal_code, invoicing_city,
       invoicing_country, vat_number, enterprise_number, peppol_id, p.name, n.source, n.account_external_id, external_type,
       external_id, coalesce(gone_cause, 'active')
     from customers c left join profiles p on p.id = c.profile_id left join connections n on n.id = c.connection_id
     where merged_into is null`,
  )
  return { rowsPerSecond: customers / ((performance.now() - startedAt) / 1_000) }
}

async function ask<T>({ visitor }: ConnectedVorder, path: string, input: object): Promise<T> {
  const { status, body } = await visitor.request('POST', path, input)
  if (status >= 400) throw new Error(`Vorder answered ${status} ${JSON.stringify(body)}`)
  return body as T
}

/** Of the server process alone; it counts work, not waiting. */
async function cpuSeconds({ child }: ConnectedVorder): Promise<number> {
  return (await child.ask<ResourceUse>({})).cpuSeconds
}

const fill = `
  insert into customers (id, creditor_id, number, kind, company_name, first_name, last_name, email, cc, mobile, language,
    address_line, postal_code, city, country, invoicing_addressee, invoicing_address_line, invoicing_postal_code,
    invoicing_city, invoicing_country, vat_number, enterprise_number, peppol_id, connection_id, external_type, external_id,
    gone_cause, created_at, updated_at)
  select 'cus_' || lpad(n::text, 12, '0'), c.creditor_id, 'K' || n, case when n % 4 = 0 then 'person' else 'company' end,
    case when n % 4 <> 0 then 'Bakkerij ' || substr(md5(n::text), 1, 8) || ' bv' end,
    case when n % 4 = 0 then 'Jan' end, case when n % 4 = 0 then 'Peeters ' || n end, 'info@bakkerij-' || n || '.example',
    array['boekhouding@bakkerij-' || n || '.example'], '+324701' || lpad((n % 100000)::text, 5, '0'), 'nl',
    'Kerkstraat ' || n % 300, '9000', 'Gent', 'BE', case when n % 3 = 0 then 'Dienst boekhouding' end,
    case when n % 3 = 0 then 'Postbus ' || n % 90 end, case when n % 3 = 0 then '9000' end,
    case when n % 3 = 0 then 'Gent' end, case when n % 3 = 0 then 'BE' end, 'BE0' || lpad(n::text, 9, '0'),
    '0' || lpad(n::text, 9, '0'), null, c.id, case when n % 4 = 0 then 'person' else 'company' end, md5(n::text),
    'not_found_in_crm', timestamptz '2024-01-01' + n * interval '1 minute', now()
  from generate_series(1, $1::int) as n, (select id, creditor_id from connections limit 1) as c`
