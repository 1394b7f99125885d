import { sql } from 'kysely'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { secretKeysOf } from '../secret-key.ts'
import type { SealedConnection } from './connection-table.ts'
import { isSealedWithOldKey, type SealPlace, sealToken, unsealToken } from './seal-token.ts'

/**
 * At start: opens everything that is sealed, seals anew with the current key what an old one sealed, and returns how
 * many connections that were. Throws AppError `secret_key_missing` or `secret_damaged` when something cannot be opened:
 * better no start than a connection that fails later.
 */
export async function resealSecrets(ctx: Context): Promise<number> {
  const keys = secretKeysOf(ctx)
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const found = await sql<SealedConnection>`
      select id, access_token_sealed, refresh_token_sealed, hook_secret_sealed from connections
      order by id for no key update`.execute(tx.db)
    let resealed = 0
    for (const row of found.rows) {
      const renew = (field: SealPlace['field'], sealed: Buffer | null) => {
        if (!sealed) return null
        const text = unsealToken(keys, { connectionId: row.id, field }, sealed)
        return isSealedWithOldKey(keys, sealed)
          ? sealToken(keys, { connectionId: row.id, field }, text)
          : sealed
      }
      const accessToken = renew('access_token', row.accessTokenSealed)
      const refreshToken = renew('refresh_token', row.refreshTokenSealed)
      const hookSecret = renew('hook_secret', row.hookSecretSealed)
      const isSame = accessToken === row.accessTokenSealed && hookSecret === row.hookSecretSealed
      if (isSame && refreshToken === row.refreshTokenSealed) continue
      await sql`
        update connections set access_token_sealed = ${accessToken}, refresh_token_sealed = ${refreshToken},
          hook_secret_sealed = ${hookSecret}
        where id = ${row.id}`.execute(tx.db)
      resealed += 1
    }
    return resealed
  })
}
