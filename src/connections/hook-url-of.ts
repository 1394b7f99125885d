import { type Context, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { secretKeysOf } from '../secret-key.ts'
import { type Connection, hookPath } from './connection.ts'
import { selectSealed } from './connection-table.ts'
import { unsealToken } from './seal-token.ts'

/** The webhook address of a connection, secret included: for the CRM only, never for a log or a page. */
export async function hookUrlOf(ctx: Context, connection: Connection): Promise<string> {
  const stored = await inTransaction(ctx, (tx) => selectSealed(tx.db, connection.id))
  if (!stored) throw new NotFoundError('There is no such connection')
  const place = { connectionId: connection.id, field: 'hook_secret' } as const
  const hookSecret = unsealToken(secretKeysOf(ctx), place, stored.hookSecretSealed)
  return `${ctx.config.publicUrl}${hookPath(connection.source, hookSecret)}`
}
