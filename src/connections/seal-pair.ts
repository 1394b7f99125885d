import type { TokenPair } from '../crm/index.ts'
import type { SecretKeys } from '../secret-key.ts'
import type { SealedTokens } from './connection-table.ts'
import { sealToken } from './seal-token.ts'

/** Both tokens of one answer, sealed for one connection. */
export function sealPair(keys: SecretKeys, connectionId: string, pair: TokenPair): SealedTokens {
  return {
    accessTokenSealed: sealToken(keys, { connectionId, field: 'access_token' }, pair.accessToken),
    refreshTokenSealed: sealToken(keys, { connectionId, field: 'refresh_token' }, pair.refreshToken),
    expiresAt: pair.expiresAt,
  }
}
