import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { newId } from '../values/index.ts'
import { keepVersion } from './keep-version.ts'
import { firstSettings, type Profile, settingColumns, settingsOf } from './profile.ts'

/** Adds a profile. Its name must be new for the creditor, whatever its case (custom fields name profiles, B10). */
export function createProfile(ctx: Context | Tx, input: { name: string }): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const profile = {
      id: newId('prf'),
      name: input.name.trim(),
      createdAt: tx.now(),
      version: 1,
      ...firstSettings,
    }
    const created = await tx.db
      .insertInto('profiles')
      .values({ ...profile, ...settingColumns(settingsOf(profile)), creditorId: creditorOf(tx) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!created)
      throw new ConflictError(`There is already a profile called "${profile.name}"`, 'profile_name_taken')
    await keepVersion(tx, profile)
    await recordActivity(tx, {
      subjectKind: 'profile',
      subjectId: profile.id,
      kind: 'profile.created',
      data: { name: profile.name },
    })
    return profile
  })
}
