import { type Connection, getConnection, listConnections, sourceFor } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmSource, SearchCustomers } from '../crm/index.ts'
import { customerName, listKnownCustomers } from '../customers/index.ts'
import { type CrmProblem, crmProblemOf, crmProblems } from './crm-problem.ts'
import { compactVatNumber, folded, rankRecords } from './rank-records.ts'

export type FindInCrmInput = {
  term: string
  /** Only there; everywhere when nothing is said. */
  connectionId?: string | undefined
  /** Nobody waits any more: outstanding calls end, and no further ones are made. */
  signal?: AbortSignal | undefined
}

/** A record that matches; `customerId` when it is a customer already (the survivor of a merge). */
export type FoundRecord = CrmCustomerRef & {
  connectionId: string
  name: string
  city: string | null
  email: string | null
  vatNumber: string | null
  isActive: boolean
  customerId: string | null
}

export type FindInCrmAnswer = { items: FoundRecord[]; problem: CrmProblem | null }

const shortestTerm = 2

/** After this long a person gets what is there. */
const patienceMs = 3_000

/**
 * Companies and persons of the CRM that match what a person types (promise A8): by name, e-mail, VAT number, the best
 * first, with a mark on those that are customers already. Less than two characters find nothing and ask nothing. A CRM
 * that is slow, away, busy or talks nonsense is a problem in the answer, never an error. Stores nothing. Throws
 * NotFoundError for a connection that is not there.
 */
export async function findInCrm(ctx: Context, input: FindInCrmInput): Promise<FindInCrmAnswer> {
  const term = input.term.trim()
  const connections = await connectionsToAsk(ctx, input.connectionId)
  const connected = connections.filter(({ state }) => state === 'connected')
  const isOff = connected.length === 0 && connections.some(({ state }) => state === 'reconnect_needed')
  if (isOff) return { items: [], problem: 'reconnect_needed' }
  if (term.length < shortestTerm) return { items: [], problem: null }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), patienceMs)
  const signal = input.signal ? AbortSignal.any([input.signal, late.signal]) : late.signal
  const answers = await Promise.all(
    connected.map((connection) => askOne(ctx, { connectionId: connection.id, term, signal })),
  )
  clearTimeout(timer)
  const problems = answers.flatMap(({ problems: some }) => some)
  return {
    items: rankRecords(
      answers.flatMap(({ items }) => items),
      term,
    ),
    problem: crmProblems.find((problem) => problems.includes(problem)) ?? null,
  }
}

async function connectionsToAsk(ctx: Context, connectionId: string | undefined): Promise<Connection[]> {
  if (connectionId === undefined) return listConnections(ctx)
  return [await getConnection(ctx, { connectionId })]
}

type Question = { connectionId: string; term: string; signal: AbortSignal }
type Answer = { items: FoundRecord[]; problems: CrmProblem[] }

async function askOne(ctx: Context, question: Question): Promise<Answer> {
  const { connectionId, term, signal } = question
  const source = await sourceFor(ctx, connectionId, 'person')
  const first = await askAll(source, firstQueries(term), signal)
  const more = await askAll(
    source,
    first.problems.length === 0 ? moreQueries(term, first.records) : [],
    signal,
  )
  const records = [...first.records, ...more.records.filter((record) => hasEachWord(record, term))]
  return {
    items: await marked(ctx, connectionId, records),
    problems: [...first.problems, ...more.problems],
  }
}

type Found = { records: CrmCustomer[]; problems: CrmProblem[] }

/** Each list on its own: what one of them fails to say hides nothing of the other. */
async function askAll(
  source: CrmSource,
  queries: readonly SearchCustomers[],
  signal: AbortSignal,
): Promise<Found> {
  const asked = queries.map((query) => source.searchCustomers(query, { signal }))
  const records = new Map<string, CrmCustomer>()
  const problems: CrmProblem[] = []
  for (const answer of await Promise.allSettled(asked)) {
    if (answer.status === 'fulfilled') {
      for (const record of answer.value.items) records.set(`${record.type}:${record.externalId}`, record)
      continue
    }
    const problem = crmProblemOf(answer.reason)
    if (!problem) throw answer.reason
    problems.push(problem)
  }
  return { records: [...records.values()], problems }
}

/** What Teamleader's own search looks through differs by type; a VAT number in another form than it keeps it needs its own call. */
function firstQueries(term: string): SearchCustomers[] {
  const vatNumber = asVatNumber(term)
  return [
    { type: 'company', by: 'term', term },
    { type: 'person', by: 'term', term },
    ...(vatNumber && vatNumber !== term
      ? [{ type: 'company', by: 'vatNumber', term: vatNumber } as const]
      : []),
  ]
}

/**
 * What the search does not find: an address may be exactly somebody's main one, and a first and a last name together stand
 * in no single field of a person, so that they are looked for by one of the words.
 */
function moreQueries(term: string, found: readonly CrmCustomer[]): SearchCustomers[] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(term) && found.length === 0) {
    return [
      { type: 'company', by: 'email', term },
      { type: 'person', by: 'email', term },
    ]
  }
  const isFound = asVatNumber(term) !== undefined || found.some(({ type }) => type === 'person')
  const [longest = '', second] = wordsOf(term).toSorted((one, other) => other.length - one.length)
  const isName = second !== undefined && longest.length >= shortestTerm
  return isName && !isFound ? [{ type: 'person', by: 'term', term: longest }] : []
}

function wordsOf(term: string): string[] {
  return term.split(/\s+/).filter(Boolean)
}

function hasEachWord(record: CrmCustomer, term: string): boolean {
  const text = folded([customerName(record), record.email ?? ''].join(' '))
  return wordsOf(folded(term)).every((word) => text.includes(word))
}

/** Ten digits that begin with 0 or 1 are a Belgian number, also without its country. */
function asVatNumber(term: string): string | undefined {
  const compact = compactVatNumber(term)
  if (/^[01]\d{9}$/.test(compact)) return `BE${compact}`
  return /^[A-Z]{2}[A-Z0-9]{8,12}$/.test(compact) && /\d{6}/.test(compact) ? compact : undefined
}

async function marked(
  ctx: Context,
  connectionId: string,
  records: readonly CrmCustomer[],
): Promise<FoundRecord[]> {
  const known = await inTransaction(ctx, (tx) => listKnownCustomers(tx, { connectionId, refs: records }))
  const customerIds = new Map(known.map((customer) => [`${customer.type}:${customer.externalId}`, customer]))
  return records.map((record) => ({
    connectionId,
    type: record.type,
    externalId: record.externalId,
    name: customerName(record),
    city: record.city,
    email: record.email,
    vatNumber: record.vatNumber,
    isActive: !record.isDeactivated,
    customerId: customerIds.get(`${record.type}:${record.externalId}`)?.customerId ?? null,
  }))
}
