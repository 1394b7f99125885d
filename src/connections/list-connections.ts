import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Connection } from './connection.ts'
import { selectConnections } from './connection-table.ts'

/** The connections that the context may see, disconnected ones included, the oldest first. */
export function listConnections(ctx: Context | Tx): Promise<Connection[]> {
  return inTransaction(ctx, (tx) => selectConnections(tx.db))
}
