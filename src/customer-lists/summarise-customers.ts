import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { hasOpenInvoices, idsWithOpen } from '../customers/index.ts'
import { type Candidates, candidatesOf, mostCandidates } from './customer-candidates.ts'
import { type CustomerFilter, filterCondition } from './customer-filter.ts'

/** How many there are, each at most `countedAtMost`: that many means "more than ten thousand". */
export type CustomerCounts = Record<'all' | 'company' | 'person' | 'withoutEmail' | 'withOpen', number>

const countedAtMost = 10_001

/** How many customers stand under each filter of the overview, for the other filters given. */
export function summariseCustomers(ctx: Context | Tx, filter: CustomerFilter): Promise<CustomerCounts> {
  return inTransaction(ctx, async (tx) => {
    const candidates = candidatesOf(filter)
    if (candidates) return (await countAmong(tx, candidates)) ?? countMany(tx, filter)
    if (isWhole(filter)) return countWhole(tx)
    const all = await countUpTo(tx, filterCondition(filter))
    return all < countedAtMost ? countFew(tx, filterCondition(filter)) : countMany(tx, filter)
  })
}

function isWhole(filter: CustomerFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === false || value === '')
}

/** Without a filter each count has an index. */
async function countWhole(tx: Tx): Promise<CustomerCounts> {
  return {
    all: await countUpTo(tx, filterCondition({})),
    company: await countUpTo(tx, filterCondition({ kind: 'company' })),
    person: await countUpTo(tx, filterCondition({ kind: 'person' })),
    withoutEmail: await countUpTo(tx, filterCondition({ isWithoutEmail: true })),
    withOpen: await countRows(tx, idsWithOpen(countedAtMost)),
  }
}

function countUpTo(tx: Tx, condition: RawBuilder<SqlBool>): Promise<number> {
  return countRows(tx, sql`select from customers where ${condition} limit ${countedAtMost}`)
}

async function countRows(tx: Tx, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${query}) as counted`.execute(
    tx.db,
  )
  return Number(rows[0]?.count ?? 0)
}

/** Undefined when the candidates are too many. */
async function countAmong(tx: Tx, { ids, rest }: Candidates): Promise<CustomerCounts | undefined> {
  const { rows } = await sql<Counted & { found: number }>`
    with found as materialized (${ids})
    select (select count(*) from found) as found, ${counts(hasOpenInvoices)}
    from customers where id in (select id from found) and ${filterCondition(rest)}`.execute(tx.db)
  const [row] = rows
  return row && Number(row.found) <= mostCandidates ? countsOf(row) : undefined
}

/** So few that their invoices can be looked for one by one. */
async function countFew(tx: Tx, condition: RawBuilder<SqlBool>): Promise<CustomerCounts> {
  const { rows } =
    await sql<Counted>`select ${counts(hasOpenInvoices)} from customers where ${condition}`.execute(tx.db)
  return countsOf(rows[0])
}

/** So many that all are read, once; who owes is looked for one by one until enough are found. */
async function countMany(tx: Tx, filter: CustomerFilter): Promise<CustomerCounts> {
  if (filter.hasOpen) return countOwing(tx, filter)
  const { rows } = await sql<Counted>`
    select ${counts(sql`false`)} from customers where ${filterCondition(filter)}`.execute(tx.db)
  const withOpen = await countUpTo(tx, filterCondition({ ...filter, hasOpen: true }))
  return { ...countsOf(rows[0]), withOpen }
}

/** So many owe that all that is open is read, once. */
async function countOwing(tx: Tx, { hasOpen: _, ...filter }: CustomerFilter): Promise<CustomerCounts> {
  const { rows } = await sql<Counted>`
    with owing as (${idsWithOpen()})
    select ${counts(sql`true`)} from customers join owing using (id) where ${filterCondition(filter)}`.execute(
    tx.db,
  )
  return countsOf(rows[0])
}

type Counted = Record<keyof CustomerCounts, number>

function counts(isOwing: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`count(*) as "all", count(*) filter (where kind = 'company') as company,
    count(*) filter (where kind = 'person') as person,
    count(*) filter (where email is null or email = '') as without_email,
    count(*) filter (where ${isOwing}) as with_open`
}

function countsOf(row: Counted | undefined): CustomerCounts {
  const upTo = (count: number | undefined) => Math.min(Number(count ?? 0), countedAtMost)
  return {
    all: upTo(row?.all),
    company: upTo(row?.company),
    person: upTo(row?.person),
    withoutEmail: upTo(row?.withoutEmail),
    withOpen: upTo(row?.withOpen),
  }
}
