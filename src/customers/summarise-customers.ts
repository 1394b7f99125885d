import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type CustomerFilter, filterCondition } from './customer-filter.ts'

/** How many there are, each at most `countedAtMost`: that many means "more than ten thousand". */
export type CustomerCounts = Record<'all' | 'company' | 'person' | 'withoutEmail' | 'withOpen', number>

export const countedAtMost = 10_001

/** How many customers stand under each filter of the overview, for the other filters given. */
export function summariseCustomers(ctx: Context | Tx, filter: CustomerFilter): Promise<CustomerCounts> {
  return inTransaction(ctx, async (tx) => ({
    all: await countAtMost(tx, filter),
    company: await countAtMost(tx, { ...filter, kind: 'company' }),
    person: await countAtMost(tx, { ...filter, kind: 'person' }),
    withoutEmail: await countAtMost(tx, { ...filter, isWithoutEmail: true }),
    withOpen: await countAtMost(tx, { ...filter, hasOpen: true }),
  }))
}

async function countAtMost(tx: Tx, filter: CustomerFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from customers where ${filterCondition(filter)} limit ${countedAtMost}
    ) as counted`.execute(tx.db)
  return Number(rows[0]?.count ?? 0)
}
