import { sql } from 'kysely'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'

/** True as long as nobody can sign in: then the first page asks for the administrator and the business. */
export async function isFirstRun(ctx: Context): Promise<boolean> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const found = await sql`select 1 from auth.users limit 1`.execute(tx.db)
    return found.rows.length === 0
  })
}
