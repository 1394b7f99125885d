import { sql } from 'kysely'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { getProfile } from '../profiles/index.ts'
import type { ProfileUse } from './profile-use.ts'

const countedAtMost = 10_001

/**
 * What refers to a profile. Its name may stand in custom fields (promise B10), and that of one whose place it took.
 * Throws NotFoundError.
 */
export function countProfileUse(ctx: Context | Tx, profileId: string): Promise<ProfileUse> {
  return inTransaction(ctx, async (tx) => {
    await getProfile(tx, profileId)
    const own = sql`creditor_id = ${creditorOf(tx)}`
    const counted = await sql<ProfileUse>`select
      (select count(*)::int from (
        select from customers where ${own} and profile_id = ${profileId} limit ${countedAtMost}) c) as customers,
      (select count(*)::int from (
        select from invoices where ${own} and profile_id = ${profileId} and state in ('booked', 'pending')
        limit ${countedAtMost}) i) as open_invoices,
      (select count(*)::int from (
        select from invoices where ${own} and profile_id = ${profileId} and state not in ('booked', 'pending')
        limit ${countedAtMost}) i) as settled_invoices,
      (select count(*)::int from connections where ${own} and default_profile_id = ${profileId}) as connections,
      (select count(*)::int from (
        select from profile_readings where ${own} and exists (
          select from unnest(invoice_values || subscription_values) as said
          where ${plain(sql`said`)} in (
            select unnest(array[${plain(sql`p.name`)}, lower(p.id)]) from profiles p
            where p.id = ${profileId} or p.replaced_by = ${profileId}))
        limit ${countedAtMost}) r) as field_values`.execute(tx.db)
    const [use] = counted.rows
    if (!use) throw new Error('A count has a row')
    return use
  })
}

/** As `chooseProfile` compares: whatever the case, the blanks, and the way accents are stored. */
function plain(text: ReturnType<typeof sql>) {
  return sql`lower(btrim(regexp_replace(normalize(${text}, NFC), '\s+', ' ', 'g')))`
}
