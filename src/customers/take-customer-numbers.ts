import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'

/**
 * The next numbers of the creditor's own sequence, in order. A number that somebody gave by hand is stepped over. Whoever
 * takes or gives numbers waits for the others of the same creditor until they have committed. What `isReserved` says yes to
 * is stepped over too: a file that is on its way in gives it to somebody later.
 */
export async function takeCustomerNumbers(
  tx: Tx,
  count: number,
  isReserved: (number: string) => boolean = () => false,
): Promise<string[]> {
  if (count === 0) return []
  const { prefix, last } = await lockCustomerNumbers(tx)
  const numbers: Counted[] = []
  for (let from = last; numbers.length < count; ) {
    const free = await freeAfter(tx, { prefix, last: from, count: count - numbers.length })
    from = free.at(-1)?.count ?? from
    numbers.push(...free.filter(({ number }) => !isReserved(number)))
  }
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

/** Usually a few more than wanted are enough to look at. */
async function freeAfter(tx: Tx, wanted: Wanted): Promise<Counted[]> {
  const near = Array.from({ length: wanted.count + fewGivenByHand }, (_, index) => {
    const count = wanted.last + 1 + index
    return { count, number: `${wanted.prefix}${String(count).padStart(5, '0')}` }
  })
  // Looked up one by one in the index: joined with them the whole table would be read.
  const { rows } = await sql<{ number: string }>`
    select number from customers where number = any(${near.map(({ number }) => number)}::text[])`.execute(
    tx.db,
  )
  const taken = new Set(rows.map(({ number }) => number))
  const free = near.filter(({ number }) => !taken.has(number))
  return free.length < wanted.count ? freeAmongAll(tx, wanted) : free.slice(0, wanted.count)
}

const fewGivenByHand = 50

/** So many more are looked at as were given by hand, so that enough are free however many those are. */
async function freeAmongAll(tx: Tx, { prefix, last, count }: Wanted): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with taken as materialized (
      select number from customers
      where creditor_id = ${creditorOf(tx)} and starts_with(number, ${prefix})
        and substr(number, length(${prefix}) + 1) ~ '^[0-9]{5,15}$'
    )
    select candidate.count, candidate.number
    from (
      select step as count, ${prefix} || case when step < 100000 then lpad(step::text, 5, '0') else step::text end as number
      from generate_series(${last}::bigint + 1, ${last}::bigint + ${count}::bigint + (select count(*) from taken)) as step
    ) as candidate
    where not exists (select from taken where taken.number = candidate.number)
    order by candidate.count
    limit ${count}`.execute(tx.db)
  return rows
}
