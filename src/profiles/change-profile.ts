import { isDeepStrictEqual } from 'node:util'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { keepVersion } from './keep-version.ts'
import { type Profile, type ProfileSettings, profileColumns, settingColumns, settingsOf } from './profile.ts'
import { refuseBadSettings } from './refuse-bad-settings.ts'

/**
 * Changes how a profile sends; settings that are absent stay. A change makes a new version, the same again none.
 * Messages that have not left follow the new settings (they are decided once more right before they leave). Throws
 * NotFoundError, InvalidInputError with the fields that cannot be used.
 */
export function changeProfile(
  ctx: Context | Tx,
  input: { profileId: string; settings: Partial<ProfileSettings> },
): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockProfile(tx, input.profileId)
    const settings = { ...settingsOf(before), ...input.settings }
    refuseBadSettings(settings)
    if (settings.sendReminders && !before.sendReminders) await refuseWithoutAccount(tx)
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

/** A reminder without an account to pay to would be of no use. */
async function refuseWithoutAccount(tx: Tx): Promise<void> {
  const { iban } = await getCreditor(tx)
  if (iban !== null) return
  throw new InvalidInputError('The business has no account number (IBAN) yet', [
    { path: 'sendReminders', message: 'Fill in the IBAN of the business first' },
  ])
}

async function lockProfile(tx: Tx, profileId: string): Promise<Profile> {
  const row = await tx.db
    .selectFrom('profiles')
    .select([...profileColumns])
    .where('id', '=', profileId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such profile')
  return row as unknown as Profile
}
