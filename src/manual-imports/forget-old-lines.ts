import { sql } from 'kysely'
import { type Context, inTransaction } from '../context.ts'

const keptMs = 90 * 24 * 3_600_000
/** Rows that one transaction takes away, so that nobody waits long for it. */
const rowsAtOnce = 5_000

/**
 * Takes away, across creditors, what previews and imports by hand found more than 90 days ago. What became of each invoice
 * stays in the ledger and in the history.
 */
export async function forgetOldLines(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - keptMs).toISOString()
  const statement = sql`
    delete from manual_import_lines where id in (
      select l.id from manual_import_lines l join long_runs r on r.id = l.run_id
      where r.finished_at < ${before}::timestamptz order by l.id limit ${rowsAtOnce})`
  for (let removed = rowsAtOnce; removed === rowsAtOnce; ) {
    const result = await inTransaction(ctx, (tx) => statement.execute(tx.db))
    removed = Number(result.numAffectedRows ?? 0)
  }
}
