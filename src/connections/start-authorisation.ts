import { sql } from 'kysely'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { SourceName } from '../crm/index.ts'
import { callbackPath } from './connection.ts'
import { newSecret, secretHash } from './secret-hash.ts'

export type StartAuthorisationInput = { userId: string; sessionToken: string; source: SourceName }

/** RFC 9700: the code of the other side lives ten minutes too. */
const lifetimeMs = 10 * 60_000

/**
 * Starts connecting an account (promise N1): gives the address to send the browser to. The state in it works once, for
 * ten minutes, and only for the browser session that started.
 */
export async function startAuthorisation(
  ctx: Context,
  input: StartAuthorisationInput,
): Promise<{ url: string }> {
  const state = newSecret()
  const redirectUri = `${ctx.config.publicUrl}${callbackPath(input.source)}`
  const url = ctx.sources[input.source].authorizeUrl({ state, redirectUri })
  const now = ctx.now()
  await inTransaction(ctx, async (tx) => {
    await sql`delete from authorisations where expires_at < ${new Date(now.getTime() - 24 * 3600_000)}`.execute(
      tx.db,
    )
    await sql`
      insert into authorisations (state_hash, creditor_id, user_id, session_hash, redirect_uri, created_at, expires_at)
      values (${secretHash(state)}, ${creditorOf(tx)}, ${input.userId}, ${secretHash(input.sessionToken)},
        ${redirectUri}, ${now}, ${new Date(now.getTime() + lifetimeMs)})`.execute(tx.db)
  })
  return { url }
}
