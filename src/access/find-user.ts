import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { User } from './user.ts'

/** A person by id, or undefined when there is none any more: whom a mail about their own work goes to. */
export function findUser(ctx: Context | Tx, userId: string): Promise<User | undefined> {
  return inTransaction(ctx, async (tx) => {
    const found =
      await sql<User>`select id, name, email, language from auth.users where id = ${userId}`.execute(tx.db)
    return found.rows[0]
  })
}
