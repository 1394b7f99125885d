import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'

/** The currencies that invoices have, by name; one look into the index for each, however many invoices there are. */
export function listCurrencies(ctx: Context | Tx): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ currency: string }>`
      with recursive found as (
        (select currency from invoices order by currency limit 1)
        union all
        select next.currency from found cross join lateral (
          select currency from invoices where invoices.currency > found.currency order by currency limit 1) as next
      )
      select currency from found`.execute(tx.db)
    return rows.map(({ currency }) => currency)
  })
}
