import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { ConflictError, NotFoundError } from '../errors.ts'

export type HeldProfile = { id: string; name: string }

/**
 * Locks all profiles in use, so that nobody chooses, changes or replaces one meanwhile: whoever is choosing one at this moment
 * is waited for. In the order of their ids, as everybody does. Throws NotFoundError for those that are not among them.
 */
export async function holdProfiles(tx: Tx, ids: readonly string[]): Promise<HeldProfile[]> {
  const held = await sql<HeldProfile>`
    select id, name from profiles where creditor_id = ${creditorOf(tx)} and archived_at is null
    order by id for update`.execute(tx.db)
  if (ids.some((wanted) => !held.rows.some(({ id }) => id === wanted)))
    throw new NotFoundError('There is no such profile')
  return held.rows
}

/** Every invoice has a profile. Throws ConflictError `last_profile`. */
export function refuseLast(held: readonly HeldProfile[]): void {
  if (held.length > 1) return
  throw new ConflictError('This is the only profile: add another one first', 'last_profile')
}
