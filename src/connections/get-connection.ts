import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import type { Connection } from './connection.ts'
import { selectConnection } from './connection-table.ts'

/** One connection that the context may see. Throws NotFoundError. */
export async function getConnection(ctx: Context | Tx, input: { connectionId: string }): Promise<Connection> {
  const connection = await inTransaction(ctx, (tx) => selectConnection(tx.db, input.connectionId))
  if (!connection) throw new NotFoundError('There is no such connection')
  return connection
}
