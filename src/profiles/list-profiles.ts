import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Profile } from './profile.ts'

/** All profiles of the creditor, oldest first. */
export function listProfiles(ctx: Context | Tx): Promise<Profile[]> {
  return inTransaction(ctx, (tx) =>
    tx.db.selectFrom('profiles').select(['id', 'name', 'createdAt']).orderBy('id').execute(),
  )
}
