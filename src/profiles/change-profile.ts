import { isDeepStrictEqual } from 'node:util'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor, holdCreditor } from '../creditors/index.ts'
import { NotFoundError } from '../errors.ts'
import { keepVersion } from './keep-version.ts'
import { type Profile, type ProfileSettings, profileColumns, settingColumns, settingsOf } from './profile.ts'
import { refuseBadSettings } from './refuse-bad-settings.ts'
import { refuseWithoutAccount } from './refuse-without-account.ts'

/**
 * Changes how a profile sends; settings that are absent stay. A change makes a new version, the same again none.
 * Messages that have not left follow the new settings (they are decided once more right before they leave). Throws
 * NotFoundError, also of a profile out of use, InvalidInputError with the fields that cannot be used.
 */
export function changeProfile(
  ctx: Context | Tx,
  input: { profileId: string; settings: Partial<ProfileSettings> },
): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockProfile(tx, input.profileId)
    const settings = { ...settingsOf(before), ...input.settings }
    refuseBadSettings(settings)
    await holdCreditor(tx)
    refuseWithoutAccount({ before, after: settings, businessIban: (await getCreditor(tx)).iban })
    if (isDeepStrictEqual(settings, settingsOf(before))) return before
    const after: Profile = { ...before, ...settings, version: before.version + 1 }
    await tx.db
      .updateTable('profiles')
      .set({ ...settingColumns(settings), version: after.version })
      .where('id', '=', after.id)
      .execute()
    await keepVersion(tx, after)
    await recordActivity(tx, {
      subjectKind: 'profile',
      subjectId: after.id,
      kind: 'profile.changed',
      data: { name: after.name, version: after.version },
    })
    return after
  })
}

async function lockProfile(tx: Tx, profileId: string): Promise<Profile> {
  const row = await tx.db
    .selectFrom('profiles')
    .select([...profileColumns])
    .where('id', '=', profileId)
    .where('archivedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such profile')
  return row as unknown as Profile
}
