import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { TokenPair } from '../crm/index.ts'
import type { Database } from '../db/index.ts'
import { NotFoundError, ReconnectNeededError } from '../errors.ts'
import { secretKeysOf } from '../secret-key.ts'
import { type SealedConnection, selectSealed, updateTokens } from './connection-table.ts'
import { markReconnectNeeded } from './mark-reconnect-needed.ts'
import { sealPair } from './seal-pair.ts'
import { unsealToken } from './seal-token.ts'

/** Refreshed this early, so that a token never ends on its way. */
const earlyMs = 60_000

export type AccessToken = { accessToken: string; expiresAt: Date; tokenVersion: number }

export type AccessTokenInput = { connectionId: string; rejected?: string | undefined }

/**
 * A usable access token of a connection. However many ask, in however many processes, an ended one is refreshed once;
 * the new pair is committed before anybody uses it, because refresh tokens work once. `rejected` names a token that
 * the CRM just refused. Throws ReconnectNeededError when the refresh token is refused for good.
 */
export async function accessToken(ctx: Context, input: AccessTokenInput): Promise<AccessToken> {
  const stored = await inTransaction(ctx, (tx) => readStored(tx, input.connectionId))
  const usable = usableToken(ctx, stored, input.rejected)
  if (usable) return usable
  return joinRefresh(ctx, input)
}

const refreshing = new WeakMap<Database, Map<string, Promise<AccessToken>>>()

/** One refresh at a time in this process: the others wait for its answer. */
async function joinRefresh(ctx: Context, input: AccessTokenInput): Promise<AccessToken> {
  const running = refreshing.get(ctx.database) ?? new Map<string, Promise<AccessToken>>()
  refreshing.set(ctx.database, running)
  const joined = await running.get(input.connectionId)
  if (joined && joined.accessToken !== input.rejected) return joined
  const started = running.get(input.connectionId) ?? refresh(ctx, input)
  running.set(input.connectionId, started)
  try {
    return await started
  } finally {
    if (running.get(input.connectionId) === started) running.delete(input.connectionId)
  }
}

type Outcome = { token: AccessToken } | { refused: ReconnectNeededError }

/**
 * One refresh at a time over all processes: an advisory lock (the row stays free for others), and a second look at the
 * row once the lock is ours. A refusal is noted before the lock is given up, so that nobody asks again.
 */
async function refresh(ctx: Context, input: AccessTokenInput): Promise<AccessToken> {
  let asked: Promise<TokenPair> | undefined
  const outcome = await inTransaction(ctx, async (tx): Promise<Outcome> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`refresh-token ${input.connectionId}`}, 0))`.execute(
      tx.db,
    )
    const stored = await readStored(tx, input.connectionId)
    const usable = usableToken(tx, stored, input.rejected)
    if (usable) return { token: usable }
    // A transaction may run twice; the refresh token must not.
    asked ??= askForPair(tx, stored)
    try {
      return { token: await storePair(tx, stored, await asked) }
    } catch (problem) {
      if (!(problem instanceof ReconnectNeededError)) throw problem
      return replacedOrRefused(tx, { stored, rejected: input.rejected, refused: problem })
    }
  })
  if ('token' in outcome) return outcome.token
  throw outcome.refused
}

type Refused = { stored: SealedConnection; rejected: string | undefined; refused: ReconnectNeededError }

/** Somebody outside the lock (a person who just connected again) may have replaced the pair meanwhile. */
async function replacedOrRefused(tx: Tx, { stored, rejected, refused }: Refused): Promise<Outcome> {
  const present = await readStored(tx, stored.id)
  const usable = present.tokenVersion === stored.tokenVersion ? undefined : usableToken(tx, present, rejected)
  if (usable) return { token: usable }
  await markReconnectNeeded(tx, {
    connectionId: stored.id,
    reason: 'token_refused',
    detail: refused.message,
    tokenVersion: stored.tokenVersion,
  })
  return { refused }
}

async function readStored(tx: Tx, connectionId: string): Promise<SealedConnection> {
  const stored = await selectSealed(tx.db, connectionId)
  if (!stored) throw new NotFoundError('There is no such connection')
  if (stored.state === 'connected') return stored
  throw new ReconnectNeededError('Teamleader has to be connected again under Settings > Integrations')
}

function usableToken(
  ctx: Context,
  stored: SealedConnection,
  rejected: string | undefined,
): AccessToken | undefined {
  const { accessTokenSealed, accessTokenExpiresAt: expiresAt, tokenVersion } = stored
  if (!accessTokenSealed || !expiresAt || expiresAt.getTime() - earlyMs <= ctx.now().getTime())
    return undefined
  const place = { connectionId: stored.id, field: 'access_token' } as const
  const token = unsealToken(secretKeysOf(ctx), place, accessTokenSealed)
  return token === rejected ? undefined : { accessToken: token, expiresAt, tokenVersion }
}

async function askForPair(ctx: Context, stored: SealedConnection): Promise<TokenPair> {
  if (!stored.refreshTokenSealed) throw new ReconnectNeededError('There is no refresh token')
  const place = { connectionId: stored.id, field: 'refresh_token' } as const
  const refreshToken = unsealToken(secretKeysOf(ctx), place, stored.refreshTokenSealed)
  return ctx.sources[stored.source].refreshTokens(refreshToken)
}

async function storePair(tx: Tx, stored: SealedConnection, pair: TokenPair): Promise<AccessToken> {
  const sealed = sealPair(secretKeysOf(tx), stored.id, pair)
  const isStored = await updateTokens(tx.db, { ...sealed, id: stored.id, tokenVersion: stored.tokenVersion })
  if (!isStored) throw new ReconnectNeededError('The connection was changed while its token was refreshed')
  return { accessToken: pair.accessToken, expiresAt: pair.expiresAt, tokenVersion: stored.tokenVersion + 1 }
}
