import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Profile, profileColumns } from './profile.ts'

/** All profiles of the creditor, oldest first. */
export function listProfiles(ctx: Context | Tx): Promise<Profile[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('profiles')
      .select([...profileColumns])
      .orderBy('id')
      .execute()
    return rows as unknown as Profile[]
  })
}

/** A profile by its id. Throws NotFoundError. */
export function getProfile(ctx: Context | Tx, profileId: string): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('profiles')
      .select([...profileColumns])
      .where('id', '=', profileId)
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such profile')
    return row as unknown as Profile
  })
}
