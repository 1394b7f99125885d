import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { type Profile, profileColumns } from './profile.ts'

/** Gives a profile another name. Invoices keep the profile; custom fields must use the new name from now on. */
export function renameProfile(
  ctx: Context | Tx,
  input: { profileId: string; name: string },
): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const name = input.name.trim()
    const holder = await tx.db
      .selectFrom('profiles')
      .select('id')
      .where(sql`lower(name)`, '=', name.toLowerCase())
      .where('archivedAt', 'is', null)
      .where('id', '<>', input.profileId)
      .executeTakeFirst()
    if (holder) throw new ConflictError(`There is already a profile called "${name}"`, 'profile_name_taken')
    const profile = await tx.db
      .updateTable('profiles')
      .set({ name })
      .where('id', '=', input.profileId)
      .where('archivedAt', 'is', null)
      .returning([...profileColumns])
      .executeTakeFirst()
    if (!profile) throw new NotFoundError('There is no such profile')
    await recordActivity(tx, {
      subjectKind: 'profile',
      subjectId: profile.id,
      kind: 'profile.renamed',
      data: { name },
    })
    return profile as unknown as Profile
  })
}
