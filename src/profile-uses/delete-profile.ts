import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { countProfileUse } from './count-profile-use.ts'
import { holdProfiles, refuseLast } from './hold-profiles.ts'
import { isInUse, type ProfileUse } from './profile-use.ts'

/**
 * Deletes a profile that nothing refers to any more; messages and settled invoices keep showing it, and for them it stays out of
 * use. Throws NotFoundError; ConflictError `last_profile`, or `profile_in_use` with the numbers as details: such a profile is
 * replaced.
 */
export function deleteProfile(ctx: Context | Tx, profileId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const held = await holdProfiles(tx, [profileId])
    refuseLast(held)
    const use = await countProfileUse(tx, profileId)
    if (isInUse(use)) throw inUse(use)
    await remove(tx, profileId)
    const name = held.find(({ id }) => id === profileId)?.name ?? ''
    await recordActivity(tx, {
      subjectKind: 'profile',
      subjectId: profileId,
      kind: 'profile.deleted',
      data: { name },
    })
  })
}

function inUse({ customers, openInvoices, connections, fieldValues }: ProfileUse): ConflictError {
  const details = { customers, openInvoices, connections, fieldValues }
  return new ConflictError(
    `This profile is in use (${customers} customers, ${openInvoices} open invoices, default of ${connections} connections, named by the fields of ${fieldValues} invoices): replace it`,
    'profile_in_use',
    { details: Object.fromEntries(Object.entries(details).map(([name, count]) => [name, String(count)])) },
  )
}

/** For good when nothing shows it; else it stays, out of use. */
async function remove(tx: Tx, profileId: string): Promise<void> {
  const shown = await sql`
    select from invoices where profile_id = ${profileId}
    union all select from messages where profile_id = ${profileId} limit 1`.execute(tx.db)
  await tx.db.updateTable('profiles').set({ replacedBy: null }).where('replacedBy', '=', profileId).execute()
  if (shown.rows.length > 0) {
    await tx.db.updateTable('profiles').set({ archivedAt: tx.now() }).where('id', '=', profileId).execute()
    return
  }
  await tx.db.deleteFrom('profileVersions').where('profileId', '=', profileId).execute()
  await tx.db.deleteFrom('profiles').where('id', '=', profileId).execute()
}
