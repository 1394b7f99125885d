import { type Context, inTransaction, type Tx } from '../context.ts'
import { updateReconciled } from './connection-table.ts'

/**
 * Notes that everything changed until that instant (by the CRM's clock) has been seen; null when nothing had changed.
 * The mark never moves backwards.
 */
export function recordReconciled(
  ctx: Context | Tx,
  input: { connectionId: string; until: Date | null },
): Promise<void> {
  return inTransaction(ctx, (tx) =>
    updateReconciled(tx.db, { id: input.connectionId, until: input.until, at: tx.now() }),
  )
}
