import type { Tx } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import { listProfiles } from '../profiles/index.ts'

/** A profile that the creditor has, or none. Throws InvalidInputError. */
export async function checkProfile(tx: Tx, profileId: string | null | undefined): Promise<void> {
  if (profileId === null || profileId === undefined) return
  const profiles = await listProfiles(tx)
  if (profiles.some(({ id }) => id === profileId)) return
  throw new InvalidInputError('There is no such profile', [{ path: 'profileId', message: 'No such profile' }])
}
