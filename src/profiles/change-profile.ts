import { isDeepStrictEqual } from 'node:util'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type InvalidField, InvalidInputError, NotFoundError } from '../errors.ts'
import { keepVersion } from './keep-version.ts'
import {
  type MailText,
  mailLanguages,
  mailPlaceholders,
  type Profile,
  type ProfileSettings,
  profileColumns,
  settingsOf,
} from './profile.ts'

/**
 * Changes how a profile sends; settings that are absent stay. A change makes a new version, the same again none.
 * Messages that have not left follow the new settings (they are decided once more right before they leave). Throws
 * NotFoundError, InvalidInputError with the fields of texts that cannot be used.
 */
export function changeProfile(
  ctx: Context | Tx,
  input: { profileId: string; settings: Partial<ProfileSettings> },
): Promise<Profile> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockProfile(tx, input.profileId)
    const settings = { ...settingsOf(before), ...input.settings }
    refuseBadTexts(settings)
    if (isDeepStrictEqual(settings, settingsOf(before))) return before
    const after: Profile = { ...before, ...settings, version: before.version + 1 }
    await tx.db
      .updateTable('profiles')
      .set({
        ...settings,
        invitationTexts: JSON.stringify(settings.invitationTexts),
        version: after.version,
      })
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
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such profile')
  return row as unknown as Profile
}

function refuseBadTexts({ invitationTexts }: ProfileSettings): void {
  const problems = mailLanguages.flatMap((language) => {
    const text = invitationTexts[language]
    return text ? problemsOf(text, `invitationTexts.${language}`) : []
  })
  if (problems.length > 0) throw new InvalidInputError('A text cannot be used', problems)
}

function problemsOf({ subject, body }: MailText, path: string): InvalidField[] {
  const problems: InvalidField[] = []
  if (/\p{Cc}/u.test(subject)) problems.push({ path: `${path}.subject`, message: 'A subject is one line' })
  for (const [field, text] of Object.entries({ subject, body })) {
    if (text.trim() === '') problems.push({ path: `${path}.${field}`, message: 'A text is needed' })
    for (const [quoted, name] of text.matchAll(/\{([^{}]*)\}/g)) {
      if (!mailPlaceholders.some((known) => known === name))
        problems.push({ path: `${path}.${field}`, message: `${quoted} is no placeholder` })
    }
  }
  return problems
}
