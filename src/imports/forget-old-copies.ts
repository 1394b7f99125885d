import { sql } from 'kysely'
import { type Context, inTransaction } from '../context.ts'

const keptMs = 30 * 24 * 3_600_000
/** Rows that one transaction takes away, so that nobody waits long for it. */
const rowsAtOnce = 5_000

/**
 * Takes away what was only kept for support, across creditors: events that were settled and raw copies that were stored
 * more than 30 days ago. The ledger and the history stay, and so does every event that still waits.
 */
export async function forgetOldCopies(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - keptMs).toISOString()
  const statements = [
    sql`delete from webhook_events where id in
      (select id from webhook_events where settled_at < ${before}::timestamptz order by id limit ${rowsAtOnce})`,
    sql`delete from raw_copies where (connection_id, external_id) in
      (select connection_id, external_id from raw_copies where stored_at < ${before}::timestamptz limit ${rowsAtOnce})`,
  ]
  for (const statement of statements) {
    for (let removed = rowsAtOnce; removed === rowsAtOnce; ) {
      const result = await inTransaction(ctx, (tx) => statement.execute(tx.db))
      removed = Number(result.numAffectedRows ?? 0)
    }
  }
}
