import { startTeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { fillCustomers } from './customer-rows.ts'
import { fillInvoices } from './invoice-rows.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import type { Figures, Round } from './rounds.ts'

const timesEach = 3

/** B4, the invoices: every filter in every order, deep pages, searches and sums of a large list over HTTP. */
export const invoiceLists: Bench = {
  id: 'B4-INVOICES',
  title: 'invoice lists',
  rounds: 3,
  sizes: { customers: 200_000, invoices: 1_000_000 },
  aims: [
    aim('pages, near and deep', 'pages', 50),
    aim('filters, each in every order', 'filters', 50),
    aim('search, rare words and nobody', 'rare', 100),
    aim('search, words of many', 'common', 100),
    aim('search, one and two letters', 'short', 100),
    aim('search, several words', 'several', 100),
    aim('search, number, payment reference, purchase order', 'exact', 100),
    aim('counts and sums of the tabs', 'sums', 200),
    aim('what the filters offer', 'choices', 50),
  ],
  steady: [{ of: 'sql', figure: 'rare' }],
  async start({ customers = 0, invoices = 0 }) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(await startTeamleaderSandbox({ seed: 'empty', webhookMode: 'manual' }))
      const vorder = ending.add(await startConnectedVorder({ postgres, teamleader }))
      const { rows } = await vorder.database.query<{ id: string }>('select id from creditors')
      const creditorId = rows[0]?.id ?? ''
      const creditorIds = [creditorId, 'cre_second', 'cre_third']
      await fillCustomers(vorder.database, { customers, invoices: 0, creditorIds })
      const { connectionId } = vorder
      await fillInvoices(vorder.database, { customers, invoices, creditorId, connectionId })
      const questions = questionsOf(await cursorsOf(vorder), await knownOf(vorder), connectionId)
      // The first time everything is read from disk, and the program is not yet compiled.
      await askAll(vorder, questions)
      return { round: () => measureAll(vorder, questions, creditorId), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

function aim(name: string, figure: string, atMost: number) {
  return { name: `${name}: p95, ms`, value: { of: 'vorder', figure }, atMost }
}

/** Addresses under /api/v1, by the figure that they count for. */
type Questions = Record<string, string[]>

const sorts = ['invoiceDate', 'dueDate', 'number', 'customer', 'openAmount'] as const
const orders = sorts.flatMap((sort) => [`sort=${sort}&order=asc`, `sort=${sort}&order=desc`])

type Known = { number: string; remittance: string; customerId: string }

function questionsOf(
  cursors: Record<string, string>,
  known: readonly Known[],
  connectionId: string,
): Questions {
  const filters = [...plainFilters, `departmentId=dep-rare&connectionId=${connectionId}`]
  for (const { customerId } of known) filters.push(`customerId=${customerId}`)
  const deep = orders.flatMap((order) => {
    const cursor = cursors[new URLSearchParams(order).get('sort') ?? '']
    return ['', '&state=open', '&state=paid', '&profileId=prf_rare'].map(
      (filter) => `${order}&cursor=${cursor}${filter}`,
    )
  })
  const lists = (queries: readonly string[]) => queries.map((query) => `/invoices?${query}`)
  const searches = Object.entries(searchedFor(known)).map(([figure, terms]) => {
    const queries = terms.flatMap((term) =>
      ['', '&state=open', '&sort=customer&order=asc'].map((rest) => `q=${encodeURIComponent(term)}${rest}`),
    )
    return [figure, lists(queries)] as const
  })
  const summed = ['', ...filters, 'q=bakkerij', 'q=bcdfgl', 'q=bv']
  return {
    pages: lists([...orders, ...deep]),
    filters: lists(filters.flatMap((filter) => orders.map((order) => `${filter}&${order}`))),
    ...Object.fromEntries(searches),
    sums: summed.map((query) => `/invoices/summary?${query.replace(/state=\w+/, '')}`),
    choices: ['/invoices/choices'],
  }
}

const plainFilters = [
  'state=open',
  'state=overdue',
  'state=paid',
  'state=archived',
  'profileId=prf_often',
  'profileId=prf_rare',
  'profileId=prf_former',
  'chosenBy=customer',
  'warning=true',
  'warning=several_profiles',
  'document=waiting',
  'document=given_up',
  'currency=USD',
  'currency=CHF',
  'dateFrom=2023-03-01&dateTo=2023-03-31',
  'dateOf=dueDate&dateFrom=2023-03-01&dateTo=2023-03-31',
  'state=open&profileId=prf_rare',
  'state=overdue&currency=USD',
  'state=paid&dateFrom=2024-05-01&dateTo=2024-05-31',
]

/** Words by how many have them, from nobody to everybody. */
function searchedFor(known: readonly Known[]): Record<string, string[]> {
  return {
    rare: ['bcdfgl', 'mnprst', 'rareword', 'xyzxyz', 'qqqqq', 'ooooee', 'gaga'],
    common: ['bakkerij', 'garage', 'peeters', 'maes', 'thomas', 'comm.v', 'zwz', 'srl'],
    short: ['bv', 'nv', 'sa', 'q', 'de', 'zz'],
    several: ['bakkerij bv', 'garage nv', 'jan peeters', 'immo zzz', 'van den berg luc'],
    exact: [
      ...known.flatMap(({ number, remittance }) => [number, number.replaceAll(' ', ''), remittance]),
      'PO-1000',
      '777777',
    ],
  }
}

/** A few invoices, always the same ones. */
async function knownOf({ database }: ConnectedVorder): Promise<Known[]> {
  const { rows } = await database.query<Known>(
    `select number, remittance, customer_id as "customerId" from invoices
     where id = any(select 'inv_' || lpad((n * 14983)::text, 12, '0') from generate_series(1, 6) as n)`,
  )
  return rows
}

/** Half way down the list, in each order: by a cursor as the list itself gives it. */
async function cursorsOf({ database }: ConnectedVorder): Promise<Record<string, string>> {
  const { rows } = await database.query<Record<(typeof sorts)[number] | 'id', string>>(
    `select sort_date::text as "invoiceDate", sort_due::text as "dueDate", sort_number as number,
       sort_customer as customer, open_cents::text as "openAmount", id
     from invoices where sort_date = date '2023-01-10' order by id limit 1`,
  )
  const { id = '', ...keys } = rows[0] ?? {}
  return Object.fromEntries(
    Object.entries(keys).map(([sort, key]) => [
      sort,
      Buffer.from(JSON.stringify([key, id])).toString('base64url'),
    ]),
  )
}

async function measureAll(vorder: ConnectedVorder, questions: Questions, creditorId: string): Promise<Round> {
  return { sql: await measureSql(vorder, creditorId), vorder: await askAll(vorder, questions) }
}

async function askAll({ visitor }: ConnectedVorder, questions: Questions): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const [figure, paths] of Object.entries(questions)) {
    figures[figure] = await p95Of(paths, async (path) => {
      const { status } = await visitor.request('GET', `/api/v1${path}`)
      if (status !== 200) throw new Error(`${path}: ${status}`)
    })
  }
  return figures
}

/** A rare word by the plain statement that one would write, by somebody who may see everything. */
async function measureSql({ database }: ConnectedVorder, creditorId: string): Promise<Figures> {
  const rare = await p95Of(searchedFor([]).rare ?? [], async (term) => {
    await database.query(
      'select * from invoices where creditor_id = $1 and search_text like $2 order by sort_date desc, id desc limit 51',
      [creditorId, `%${term}%`],
    )
  })
  return { rare }
}

async function p95Of(paths: readonly string[], ask: (path: string) => Promise<void>): Promise<number> {
  const tookMs: number[] = []
  for (let time = 0; time < timesEach; time += 1) {
    for (const path of paths) {
      const before = performance.now()
      await ask(path)
      tookMs.push(performance.now() - before)
    }
  }
  tookMs.sort((a, b) => a - b)
  return tookMs[Math.ceil(tookMs.length * 0.95) - 1] ?? 0
}
