import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type FormerProfile, type Profile, profileColumns } from './profile.ts'

/** The profiles of the creditor that are in use or can be, oldest first. */
export function listProfiles(ctx: Context | Tx): Promise<Profile[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('profiles')
      .select([...profileColumns])
      .where('archivedAt', 'is', null)
      .orderBy('id')
      .execute()
    return rows as unknown as Profile[]
  })
}

/** Those that gave way to another one: their names still stand in custom fields. */
export function listFormerProfiles(ctx: Context | Tx): Promise<FormerProfile[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('profiles')
      .select(['id', 'name', 'replacedBy'])
      .where('replacedBy', 'is not', null)
      .orderBy('archivedAt', 'desc')
      .execute()
    return rows as FormerProfile[]
  })
}

/** A profile by its id, also one out of use: messages and settled invoices show it. Throws NotFoundError. */
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
