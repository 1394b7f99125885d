import { sql } from 'kysely'
import { listConnections } from '../connections/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import { type CurrencyOverview, weeksBack } from './overview.ts'
import { addWeeks, mondayOf, type OpenDay, type PaidDay, sumDays } from './sum-days.ts'

export type Overview = {
  today: CalendarDay
  currencies: CurrencyOverview[]
  /** Invitations that leave when the PDF is here; at most `countedAtMost`. */
  waitingForDocument: number
  /**
   * When all that Teamleader has was last compared with what is here: of several connections the one that is longest ago;
   * null while one was never compared, or there is none.
   */
  provenCompleteAt: Date | null
}

const countedAtMost = 10_001

/**
 * What is owed and how late it is, what is expected and what came in, and how far all this can be trusted (promise N5).
 * Only reads; sums are made from indexes that hold them, however many invoices are settled.
 */
export function getOverview(ctx: Context | Tx): Promise<Overview> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await getCreditor(tx)
    const today = dayIn(timeZone, tx.now())
    const since = addWeeks(mondayOf(today), 1 - weeksBack)
    const open = await openDays(tx)
    const paid = await paidDays(tx, { since, timeZone })
    return {
      today,
      currencies: sumDays({ open, paid, today }),
      waitingForDocument: await countWaiting(tx),
      provenCompleteAt: await provenComplete(tx),
    }
  })
}

type DayRow = { currency: string; count: string; amountCents: string }

/** Some thousand groups at the most: there are no more days than that on which invoices are due. */
async function openDays(tx: Tx): Promise<OpenDay[]> {
  const { rows } = await sql<DayRow & { dueOn: CalendarDay; promisedFor: CalendarDay | null }>`
    select currency, sort_due::text as due_on, promised_for::text as promised_for, count(*)::text as count,
      sum(open_cents)::text as amount_cents
    from invoices where is_open group by currency, sort_due, promised_for`.execute(tx.db)
  return rows.map(({ dueOn, ...row }) => ({
    ...row,
    ...numbersOf(row),
    // A missing day sorts last (0013).
    dueOn: dueOn.startsWith('9999') ? null : dueOn,
  }))
}

async function paidDays(
  tx: Tx,
  { since, timeZone }: { since: CalendarDay; timeZone: string },
): Promise<PaidDay[]> {
  const { rows } = await sql<DayRow & { paidOn: CalendarDay }>`
    select currency, (paid_at at time zone ${timeZone})::date::text as paid_on, count(*)::text as count,
      sum(total_cents)::text as amount_cents
    from invoices
    where state = 'paid' and payment_state = 'paid' and paid_at >= ${since}::timestamp at time zone ${timeZone}
    group by 1, 2`.execute(tx.db)
  return rows.map((row) => ({ ...row, ...numbersOf(row) }))
}

function numbersOf({ count, amountCents }: DayRow) {
  return { count: Number(count), amountCents: Number(amountCents) }
}

async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from invoices where invitation_state = 'waiting' limit ${countedAtMost}) as waiting`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}

async function provenComplete(tx: Tx): Promise<Date | null> {
  const live = (await listConnections(tx)).filter(({ state }) => state !== 'disconnected')
  const times = live.map(({ lastReconciledAt }) => lastReconciledAt)
  if (times.length === 0) return null
  return times.reduce((longest, at) => (longest && at && at < longest ? at : at && longest))
}
