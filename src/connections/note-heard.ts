import { type Context, inTransaction, type Tx } from '../context.ts'
import { updateHeard } from './connection-table.ts'

/** Notes that a webhook of the connection came in; a burst is one note in five seconds. */
export function noteHeard(ctx: Context | Tx, input: { connectionId: string }): Promise<void> {
  return inTransaction(ctx, (tx) => updateHeard(tx.db, { id: input.connectionId, at: tx.now() }))
}
