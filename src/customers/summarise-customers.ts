import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { findIdsWithOpen, hasOpenInvoices } from './customer-balances.ts'
import { type CustomerFilter, filterCondition } from './customer-filter.ts'
import { candidateCondition, isCommon, needsCandidates } from './find-candidates.ts'

/** How many there are, each at most `countedAtMost`: that many means "more than ten thousand". */
export type CustomerCounts = Record<'all' | 'company' | 'person' | 'withoutEmail' | 'withOpen', number>

const countedAtMost = 10_001

/** How many customers stand under each filter of the overview, for the other filters given. */
export function summariseCustomers(ctx: Context | Tx, filter: CustomerFilter): Promise<CustomerCounts> {
  return inTransaction(ctx, async (tx) => {
    const condition = await conditionOf(tx, filter)
    const all = await countAtMost(tx, condition)
    if (all < countedAtMost) return countFew(tx, condition)
    const countWith = (more: CustomerFilter) =>
      countAtMost(tx, sql<SqlBool>`(${condition} and ${filterCondition(more)})`)
    return {
      all,
      company: await countWith({ kind: 'company' }),
      person: await countWith({ kind: 'person' }),
      withoutEmail: await countWith({ isWithoutEmail: true }),
      withOpen: isWhole(filter) ? await countOwing(tx) : await countWith({ hasOpen: true }),
    }
  })
}

async function conditionOf(tx: Tx, filter: CustomerFilter): Promise<RawBuilder<SqlBool>> {
  if (!needsCandidates(filter) || (await isCommon(tx, filter))) return filterCondition(filter)
  return candidateCondition(tx, filter)
}

function isWhole(filter: CustomerFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || value === false || value === '')
}

async function countAtMost(tx: Tx, condition: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from customers where ${condition} limit ${countedAtMost}) as counted`.execute(
    tx.db,
  )
  return Number(rows[0]?.count ?? 0)
}

async function countOwing(tx: Tx): Promise<number> {
  const ids = await findIdsWithOpen(tx, countedAtMost - 1)
  return ids?.length ?? countedAtMost
}

/** Everything at once, for so few that all of them can be looked at. */
async function countFew(tx: Tx, condition: RawBuilder<SqlBool>): Promise<CustomerCounts> {
  const row = await tx.db
    .selectFrom('customers')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where kind = 'company')`.as('company'),
      sql<number>`count(*) filter (where kind = 'person')`.as('person'),
      sql<number>`count(*) filter (where email is null or email = '')`.as('withoutEmail'),
      sql<number>`count(*) filter (where ${hasOpenInvoices})`.as('withOpen'),
    ])
    .where(condition)
    .executeTakeFirstOrThrow()
  const { all, company, person, withoutEmail, withOpen } = row
  return {
    all: Number(all),
    company: Number(company),
    person: Number(person),
    withoutEmail: Number(withoutEmail),
    withOpen: Number(withOpen),
  }
}
