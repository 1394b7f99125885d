import { sql } from 'kysely'
import { type NewActivity, recordActivities, recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import { noteInvoices } from '../invitations/index.ts'
import { holdProfiles } from './hold-profiles.ts'

/** What moved from one profile to the other. */
export type ProfileReplacement = { customers: number; openInvoices: number; connections: number }

/**
 * Puts another profile in the place of one, all at once or not at all: customers, open invoices and defaults of connections get
 * it, and a custom field that names the old one leads to it from now on. What was planned for those invoices is decided anew by
 * the new profile, which also says when they are reminded; no invitation is planned that was not. The old one stays for messages
 * and settled invoices that show it.
 * Throws NotFoundError, InvalidInputError.
 */
export function replaceProfile(
  ctx: Context | Tx,
  input: { profileId: string; byProfileId: string },
): Promise<ProfileReplacement> {
  const { profileId, byProfileId } = input
  return inTransaction(ctx, async (tx) => {
    if (profileId === byProfileId)
      throw new InvalidInputError('A profile cannot replace itself', [
        { path: 'byProfileId', message: 'Choose another profile', code: 'same_profile' },
      ])
    const held = await holdProfiles(tx, [profileId, byProfileId])
    const nameOf = (wanted: string) => held.find(({ id }) => id === wanted)?.name ?? ''
    await archive(tx, input)
    const customers = await moveCustomers(tx, input)
    const connections = await moveDefaults(tx, input)
    const invoices = await moveInvoices(tx, input)
    const names = { name: nameOf(byProfileId), formerName: nameOf(profileId) }
    const moved = { customers, connections, openInvoices: invoices.length }
    await recordActivity(tx, {
      subjectKind: 'profile',
      subjectId: profileId,
      kind: 'profile.replaced',
      data: { ...names, ...moved },
    })
    await inPages(invoices, (page) =>
      recordActivities(
        tx,
        page.map((id) => lineOf(id, names)),
      ),
    )
    await inPages(invoices, (page) => noteInvoices(tx, { invoiceIds: page }))
    return moved
  })
}

type Input = { profileId: string; byProfileId: string }

/** Its name leads to the new one; so do those that led to it. */
async function archive(tx: Tx, { profileId, byProfileId }: Input): Promise<void> {
  await tx.db
    .updateTable('profiles')
    .set({ archivedAt: tx.now(), replacedBy: byProfileId })
    .where('id', '=', profileId)
    .execute()
  await tx.db
    .updateTable('profiles')
    .set({ replacedBy: byProfileId })
    .where('replacedBy', '=', profileId)
    .execute()
}

async function moveCustomers(tx: Tx, { profileId, byProfileId }: Input): Promise<number> {
  const moved = await tx.db
    .updateTable('customers')
    .set({ profileId: byProfileId, updatedAt: tx.now() })
    .where('creditorId', '=', creditorOf(tx))
    .where('profileId', '=', profileId)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

async function moveDefaults(tx: Tx, { profileId, byProfileId }: Input): Promise<number> {
  const moved = await tx.db
    .updateTable('connections')
    .set({ defaultProfileId: byProfileId })
    .where('defaultProfileId', '=', profileId)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

/** In several statements, so that none of them is cut off for its length; nobody can add one while the profiles are held. */
async function moveInvoices(tx: Tx, { profileId, byProfileId }: Input): Promise<string[]> {
  const ids: string[] = []
  for (let isMore = true; isMore; ) {
    const moved = await sql<{ id: string }>`
      update invoices set profile_id = ${byProfileId}, updated_at = ${tx.now().toISOString()}::timestamptz
      where id in (
        select id from invoices
        where creditor_id = ${creditorOf(tx)} and profile_id = ${profileId} and state in ('booked', 'pending')
        limit ${movedAtOnce})
      returning id`.execute(tx.db)
    ids.push(...moved.rows.map(({ id }) => id))
    isMore = moved.rows.length > 0
  }
  return ids.toSorted()
}

const movedAtOnce = 10_000

function lineOf(invoiceId: string, names: { name: string; formerName: string }): NewActivity {
  return { subjectKind: 'invoice', subjectId: invoiceId, kind: 'invoice.profileReplaced', data: names }
}

const pageSize = 1_000

async function inPages(ids: readonly string[], work: (page: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += pageSize) await work(ids.slice(from, from + pageSize))
}
