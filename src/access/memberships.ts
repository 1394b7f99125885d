import { sql } from 'kysely'
import { type Context, creditorOf, forAllCreditors, inTransaction, type Tx } from '../context.ts'
import type { Membership } from './user.ts'

/** Lets a person work for a creditor; a second time changes the role. */
export async function addMembership(ctx: Context | Tx, input: Membership): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await sql`
      insert into memberships (creditor_id, user_id, role, created_at)
      values (${input.creditorId}, ${input.userId}, ${input.role}, ${tx.now()})
      on conflict (creditor_id, user_id) do update set role = excluded.role`.execute(tx.db)
  })
}

/** The creditors that a person works for, the oldest first. */
export async function membershipsOf(ctx: Context, userId: string): Promise<Membership[]> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const found = await sql<Membership>`
      select creditor_id as "creditorId", user_id as "userId", role from memberships
      where user_id = ${userId} order by created_at, creditor_id`.execute(tx.db)
    return found.rows
  })
}

/** Where mails about the installation go: the administrators of the context's creditor. */
export async function listAdministratorEmails(ctx: Context | Tx): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const found = await sql<{ email: string }>`
      select u.email from memberships m join auth.users u on u.id = m.user_id
      where m.creditor_id = ${creditorOf(tx)} and m.role = 'administrator' order by u.email`.execute(tx.db)
    return found.rows.map((row) => row.email)
  })
}
