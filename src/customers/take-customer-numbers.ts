import { type RawBuilder, sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'

/**
 * The next numbers of the creditor's own sequence, in order. A number that somebody gave by hand is stepped over. Whoever
 * takes or gives numbers waits for the others of the same creditor until they have committed.
 */
export async function takeCustomerNumbers(tx: Tx, count: number): Promise<string[]> {
  if (count === 0) return []
  const { prefix, last } = await lockCustomerNumbers(tx)
  const numbers = await freeAfter(tx, { prefix, last, count })
  const reached = numbers.at(-1)?.count ?? last
  await tx.db
    .updateTable('creditors')
    .set({ lastCustomerNumber: reached })
    .where('id', '=', creditorOf(tx))
    .execute()
  return numbers.map(({ number }) => number)
}

/** Keeps others of this creditor from taking or giving numbers until this transaction ends. */
export async function lockCustomerNumbers(tx: Tx): Promise<{ prefix: string; last: number }> {
  const creditor = await tx.db
    .selectFrom('creditors')
    .select(['customerNumberPrefix', 'lastCustomerNumber'])
    .where('id', '=', creditorOf(tx))
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return { prefix: creditor.customerNumberPrefix, last: Number(creditor.lastCustomerNumber) }
}

type Wanted = { prefix: string; last: number; count: number }
type Counted = { count: number; number: string }

/** Usually a few more than wanted are enough to look at; when many were given by hand, as many more as those are. */
async function freeAfter(tx: Tx, wanted: Wanted): Promise<Counted[]> {
  const near = await freeAmong(tx, wanted, sql`${fewGivenByHand}::bigint`)
  if (near.length === wanted.count) return near
  const givenByHand = sql`(
    select count(*) from customers
    where creditor_id = ${creditorOf(tx)} and starts_with(number, ${wanted.prefix})
      and substr(number, length(${wanted.prefix}) + 1) ~ '^[0-9]{5,15}$')`
  return freeAmong(tx, wanted, givenByHand)
}

const fewGivenByHand = 50

async function freeAmong(
  tx: Tx,
  { prefix, last, count }: Wanted,
  more: RawBuilder<unknown>,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select candidate.count, candidate.number
    from (
      select step as count, ${prefix} || case when step < 100000 then lpad(step::text, 5, '0') else step::text end as number
      from generate_series(${last}::bigint + 1, ${last}::bigint + ${count}::bigint + ${more}) as step
    ) as candidate
    where not exists (
      select from customers where creditor_id = ${creditorOf(tx)} and customers.number = candidate.number
    )
    order by candidate.count
    limit ${count}`.execute(tx.db)
  return rows
}
