import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import type { Connection } from './connection.ts'
import { selectConnectionByHook } from './connection-table.ts'
import { secretHash } from './secret-hash.ts'

/**
 * The connection whose webhook address carries this secret. The look-up is by hash, so its time tells nothing about
 * how much of a guess was right.
 */
export function findConnectionByHookSecret(
  ctx: Context,
  hookSecret: string,
): Promise<Connection | undefined> {
  const hash = secretHash(hookSecret)
  return inTransaction(forAllCreditors(ctx), (tx) => selectConnectionByHook(tx.db, hash))
}
