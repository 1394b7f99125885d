import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Money } from '../values/index.ts'
import { filterCondition, type InvoiceFilter, plainCondition } from './invoice-filter.ts'
import { idsLike, searchPatterns } from './invoice-search.ts'

/** How many there are, each at most `countedAtMost`: that many means "more than ten thousand". */
export type InvoiceSummary = {
  counts: Record<InvoiceFilter['state'], number>
  /** What is open in all, a sum a currency; of so many open invoices that they were not all read: none. */
  openTotals: Money[]
  /** What all of them come to, a sum a currency; none while `isCapped`. */
  totals: Money[]
  /** There are more than ten thousand: at least one count is "more than". */
  isCapped: boolean
}

const countedAtMost = 10_001
/** So many that have the words are looked up once for all counts. */
const mostCandidates = 10_000
/** What is expected is worth a longer look: so many open invoices are added up. */
const addedAtMost = 100_000

/** How many invoices stand under each tab of the overview, and what they come to, for the other filters given. */
export function summariseInvoices(
  ctx: Context | Tx,
  filter: Omit<InvoiceFilter, 'state'>,
): Promise<InvoiceSummary> {
  return inTransaction(ctx, async (tx) => {
    const condition = await narrowed(tx, { ...filter, state: 'all' })
    const open = await sumOf(tx, {
      rows: sql`select * from invoices where is_open and ${condition} limit ${addedAtMost + 1}`,
      today: filter.today,
    })
    const archived = await countUpTo(tx, sql`not is_open and state = 'archived' and ${condition}`)
    const rows = sql`select * from invoices where not is_open and ${condition} limit ${countedAtMost + archived}`
    // Counting looks into an index only; what too many come to is not told, so it is not added up.
    const settledCount = await countRows(tx, rows)
    const isAdded = open.count + settledCount < countedAtMost
    const settled = isAdded
      ? await sumOf(tx, { rows, today: filter.today })
      : { ...nothing, count: settledCount }
    // Where the archived alone are too many to count, how many of those read are paid says nothing.
    const paid =
      archived < countedAtMost
        ? settled.count - archived
        : await countUpTo(tx, sql`not is_open and state = 'paid' and ${condition}`)
    return summaryOf({ open, settled, archived, paid })
  })
}

/** Words are looked up once, where not too many have them. */
async function narrowed(tx: Tx, filter: InvoiceFilter): Promise<RawBuilder<SqlBool>> {
  const patterns = searchPatterns(filter.search)
  if (!patterns) return plainCondition(tx, filter)
  const { rows } = await sql<{ ids: string[] }>`
    select array(${idsLike(patterns, mostCandidates + 1)}) as ids`.execute(tx.db)
  const ids = rows[0]?.ids ?? []
  if (ids.length > mostCandidates) return filterCondition(tx, filter)
  return sql<SqlBool>`(id = any(${ids}::text[]) and ${await plainCondition(tx, filter)})`
}

type Sum = { count: number; overdue: number; open: Money[]; total: Money[] }
const nothing: Sum = { count: 0, overdue: 0, open: [], total: [] }

async function sumOf(
  tx: Tx,
  { rows: from, today }: { rows: RawBuilder<unknown>; today: string },
): Promise<Sum> {
  const { rows } = await sql<
    Record<'currency' | 'openCents' | 'totalCents', string> & Record<'count' | 'overdue', number>
  >`
    select currency, count(*) as count, count(*) filter (where sort_due < ${today}::date) as overdue,
      sum(open_cents)::text as open_cents, sum(total_cents)::text as total_cents
    from (${from}) as invoices group by currency order by currency`.execute(tx.db)
  return {
    count: rows.reduce((sum, { count }) => sum + Number(count), 0),
    overdue: rows.reduce((sum, { overdue }) => sum + Number(overdue), 0),
    open: moneyOf(rows.map(({ currency, openCents }) => ({ currency, cents: openCents }))),
    total: moneyOf(rows.map(({ currency, totalCents }) => ({ currency, cents: totalCents }))),
  }
}

function countUpTo(tx: Tx, condition: RawBuilder<unknown>): Promise<number> {
  return countRows(tx, sql`select * from invoices where ${condition} limit ${countedAtMost}`)
}

async function countRows(tx: Tx, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${from}) as counted`.execute(
    tx.db,
  )
  return Number(rows[0]?.count ?? 0)
}

type Parts = { open: Sum; settled: Sum; archived: number; paid: number }

function summaryOf({ open, settled, archived, paid }: Parts): InvoiceSummary {
  const upTo = (count: number) => Math.min(count, countedAtMost)
  const counts = {
    all: upTo(open.count + settled.count),
    open: upTo(open.count),
    overdue: upTo(open.overdue),
    paid: upTo(paid),
    archived,
  }
  const isCapped = counts.all === countedAtMost
  return {
    counts,
    openTotals: open.count > addedAtMost ? [] : open.open,
    totals: isCapped ? [] : added(open.total, settled.total),
    isCapped,
  }
}

// A sum past 2^53 cents cannot be said exactly: it is left out, and the counts are still answered.
function moneyOf(sums: readonly { currency: string; cents: string }[]): Money[] {
  return sums
    .map(({ currency, cents }) => ({ amountCents: Number(cents), currency }))
    .filter(({ amountCents }) => amountCents !== 0 && Number.isSafeInteger(amountCents))
}

function added(one: readonly Money[], other: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { currency, amountCents } of [...one, ...other])
    sums.set(currency, (sums.get(currency) ?? 0) + amountCents)
  return [...sums]
    .map(([currency, amountCents]) => ({ amountCents, currency }))
    .filter(({ amountCents }) => Number.isSafeInteger(amountCents))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
