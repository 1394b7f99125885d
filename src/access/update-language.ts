import { sql } from 'kysely'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import type { UserLanguage } from './user.ts'

/** The language in which a person reads pages and mails. */
export async function updateLanguage(
  ctx: Context,
  input: { userId: string; language: UserLanguage },
): Promise<void> {
  await inTransaction(forAllCreditors(ctx), async (tx) => {
    await sql`update auth.users set language = ${input.language}, updated_at = ${tx.now()} where id = ${input.userId}`.execute(
      tx.db,
    )
  })
}
