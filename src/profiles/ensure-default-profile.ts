import type { Tx } from '../context.ts'
import { createProfile } from './create-profile.ts'
import { listFormerProfiles, listProfiles } from './list-profiles.ts'
import type { FormerProfile, Profile } from './profile.ts'

/** The profile to fall back on: the one that is asked for while it exists, else the oldest, else a new one. */
export async function ensureDefaultProfile(
  tx: Tx,
  profileId: string | null,
): Promise<{ profiles: Profile[]; formerProfiles: FormerProfile[]; defaultProfileId: string }> {
  const profiles = await listProfiles(tx)
  if (profiles.length === 0) profiles.push(await createProfile(tx, { name: 'Standard' }))
  const chosen = profiles.find((profile) => profile.id === profileId) ?? profiles[0]
  if (!chosen) throw new Error('A creditor always has a profile')
  return { profiles, formerProfiles: await listFormerProfiles(tx), defaultProfileId: chosen.id }
}
