import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { ProfileChoice } from '../profiles/index.ts'

type Warning = NonNullable<ProfileChoice['warning']>

/** How many invoices each rule chose the profile of, and how many bear a warning. Each count is at most 10,001. */
export type ProfileChoiceSummary = {
  reasons: Record<ProfileChoice['chosenBy'], number>
  warnings: { warning: Warning; count: number }[]
  /** With any warning. */
  warned: number
  all: number
}

/** So many are counted: one more than what is told as "more than 10,000". */
const countedAtMost = 10_001

/** The counts of the page "which invoices chose which profile" (promise B10), whatever the size of the table. */
export function summariseProfileChoices(ctx: Context | Tx): Promise<ProfileChoiceSummary> {
  return inTransaction(ctx, async (tx) => {
    const reasons = await sql<{ chosenBy: ProfileChoice['chosenBy']; count: number }>`
      select reason.chosen_by, (
        select count(*)::int from (
          select from invoices where profile_chosen_by = reason.chosen_by limit ${countedAtMost}
        ) as counted
      ) as count
      from unnest(array['invoice_field', 'subscription_field', 'customer', 'connection']) as reason (chosen_by)`.execute(
      tx.db,
    )
    const warnings = await sql<{ warning: Warning; count: number }>`
      select profile_warning as warning, count(*)::int as count from (
        select profile_warning from invoices where profile_warning is not null limit ${countedAtMost}
      ) as counted group by profile_warning order by count desc, profile_warning`.execute(tx.db)
    const counts = new Map(reasons.rows.map(({ chosenBy, count }) => [chosenBy, count]))
    const countOf = (chosenBy: ProfileChoice['chosenBy']) => counts.get(chosenBy) ?? 0
    return {
      reasons: {
        invoice_field: countOf('invoice_field'),
        subscription_field: countOf('subscription_field'),
        customer: countOf('customer'),
        connection: countOf('connection'),
      },
      warnings: warnings.rows,
      warned: warnings.rows.reduce((sum, { count }) => sum + count, 0),
      all: Math.min(
        countedAtMost,
        [...counts.values()].reduce((sum, count) => sum + count, 0),
      ),
    }
  })
}
