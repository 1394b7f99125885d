import { creditorOf, type Tx } from '../context.ts'
import { type Profile, settingsOf } from './profile.ts'

/** Keeps the settings of this version for good: messages refer to it. */
export async function keepVersion(tx: Tx, profile: Profile): Promise<void> {
  await tx.db
    .insertInto('profileVersions')
    .values({
      creditorId: creditorOf(tx),
      profileId: profile.id,
      version: profile.version,
      settings: JSON.stringify(settingsOf(profile)),
      createdAt: tx.now(),
    })
    .execute()
}
