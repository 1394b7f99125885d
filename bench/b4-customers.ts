import { startTeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { fillCustomers } from './customer-rows.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import type { Figures, Round } from './rounds.ts'

const timesEach = 5

/** B4, the customers: pages, filters and searches of a large list over HTTP, beside the plain SQL that one would write. */
export const customerLists: Bench = {
  id: 'B4-CUSTOMERS',
  title: 'customer lists',
  rounds: 3,
  sizes: { customers: 200_000, invoices: 300_000 },
  aims: [
    aim('pages, near and deep', 'pages', 50),
    aim('filters', 'filters', 50),
    aim('one customer', 'one', 50),
    aim('search, rare words and nobody', 'rare', 100),
    aim('search, words of many', 'common', 100),
    aim('search, one and two letters', 'short', 100),
    aim('search, several words', 'several', 100),
    aim('search, e-mail, number, VAT number, city', 'exact', 100),
    aim('counts of the filters', 'counts', 200),
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
      await fillCustomers(vorder.database, { customers, invoices, creditorIds })
      const questions = questionsOf(await cursorsOf(vorder), await knownOf(vorder, creditorId))
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

type Known = { id: string; number: string; email: string; vatNumber: string }

function questionsOf(cursors: Record<string, string>, known: readonly Known[]): Questions {
  const deep = Object.entries(cursors).map(([sort, cursor]) => `sort=${sort}&cursor=${cursor}`)
  const lists = (queries: readonly string[]) => queries.map((query) => `/customers?${query}`)
  const searches = Object.entries(searchedFor(known)).map(
    ([figure, terms]) => [figure, lists(terms.map((term) => `q=${encodeURIComponent(term)}`))] as const,
  )
  return {
    pages: lists(['', 'sort=number&order=desc', 'sort=city', 'sort=createdAt&order=desc', ...deep]),
    filters: lists([...filters, 'linked=false', 'gone=true', 'hasOpen=true']),
    one: known.map(({ id }) => `/customers/${id}`),
    ...Object.fromEntries(searches),
    counts: ['', ...filters, 'q=bakkerij', 'q=gent', 'q=bcdfgl', 'q=bv', 'hasOpen=true'].map(
      (query) => `/customers/summary?${query}`,
    ),
  }
}

const filters = [
  'kind=company',
  'kind=person',
  'withoutEmail=true',
  'profileId=none',
  'language=fr',
  'language=sv',
]

/** Words by how many have them, from nobody to everybody. */
function searchedFor(known: readonly Known[]): Record<string, string[]> {
  return {
    rare: ['bcdfgl', 'mnprst', 'rareword', 'xyzxyz', 'qqqqq', 'ooooee', 'sttstt', 'gaga'],
    common: ['bakkerij', 'garage', 'info', 'example', 'peeters', 'maes', 'thomas', 'comm.v', 'zwz', 'srl'],
    short: ['bv', 'nv', 'sa', 'q', 'b', 'de', 'an', 'zz', 'c1'],
    several: [
      'bakkerij gent',
      'garage antwerpen bv',
      'jan peeters',
      'immo zzz',
      'van den berg luc',
      'info gent',
    ],
    exact: [
      ...known.flatMap(({ number, email, vatNumber }) => [number, email, vatNumber, dotted(vatNumber)]),
      'kortrijk',
      'Liège',
    ],
  }
}

function dotted(vatNumber: string): string {
  return vatNumber.replace(/^BE(\d{4})(\d{3})(\d{3})$/, 'BE $1.$2.$3')
}

/** A few customers of the creditor, always the same ones. */
async function knownOf({ database }: ConnectedVorder, creditorId: string): Promise<Known[]> {
  const { rows } = await database.query<Known>(
    `select id, number, email, vat_number as "vatNumber" from customers
     where creditor_id = $1 and email is not null and vat_number is not null order by md5(id) limit 5`,
    [creditorId],
  )
  return rows
}

/** Half way down the list, in each order: by a cursor as the list itself gives it. */
async function cursorsOf({ database }: ConnectedVorder): Promise<Record<string, string>> {
  const { rows } = await database.query<Record<'name' | 'number' | 'city' | 'createdAt' | 'id', string>>(
    `select sort_name as name, number, sort_city as city, id,
       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
     from customers where number = (select max(number) from customers where number like 'C5%')`,
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
  return { sql: await measureSql(vorder, questions, creditorId), vorder: await askAll(vorder, questions) }
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

/** The same searches in one statement each, by somebody who may see everything. */
async function measureSql(
  { database }: ConnectedVorder,
  questions: Questions,
  creditorId: string,
): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const figure of ['rare', 'common', 'short', 'several', 'exact']) {
    figures[figure] = await p95Of(questions[figure] ?? [], async (path) => {
      const term = new URLSearchParams(path.split('?')[1]).get('q') ?? ''
      const words = term.toLowerCase().split(' ')
      const likes = words.map((_, index) => `search_text like $${index + 2}`).join(' and ')
      await database.query(
        `select * from customers where creditor_id = $1 and merged_into is null and ${likes}
         order by sort_name, id limit 51`,
        [creditorId, ...words.map((word) => `%${word}%`)],
      )
    })
  }
  return figures
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
