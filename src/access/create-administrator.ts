import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { newId } from '../values/index.ts'
import { checkPassword } from './password-rules.ts'
import type { User, UserLanguage } from './user.ts'

export type CreateAdministratorInput = {
  name: string
  email: string
  password: string
  language: UserLanguage
}

/**
 * The first person of an installation, once, however many ask at the same moment: everyone after the first gets a
 * ConflictError. Called with a transaction, it commits or vanishes with the rest of it.
 */
export async function createAdministrator(ctx: Context | Tx, input: CreateAdministratorInput): Promise<User> {
  const user: User = {
    id: newId('usr'),
    name: input.name.trim(),
    email: input.email.trim().toLowerCase(),
    language: input.language,
  }
  checkPassword(input.password, user)
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(input.password)
  return inTransaction(ctx, async (tx) => {
    const made = await sql<{ isMade: boolean }>`
      select auth.create_first_user(${user.id}, ${newId('acc')}, ${user.name}, ${user.email}, ${user.language}, ${hash}) as "isMade"`.execute(
      tx.db,
    )
    if (!made.rows[0]?.isMade)
      throw new ConflictError('Vorder is already set up: sign in instead', 'already_set_up')
    return user
  })
}
