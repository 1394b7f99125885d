import { type Context, forCreditor } from '../context.ts'
import type { CallPriority, CrmSource, SourceSession } from '../crm/index.ts'
import { type AccessToken, accessToken } from './access-token.ts'
import type { CallBudget } from './call-budget-table.ts'
import type { Connection } from './connection.ts'
import { getConnection } from './get-connection.ts'
import { markReconnectNeeded } from './mark-reconnect-needed.ts'
import { noteLimit, takeCall } from './take-call.ts'

/**
 * The CRM of a connection, ready to be asked: tokens, the shared call budget and the CRM's own limits are looked after.
 * Throws NotFoundError; the calls throw ReconnectNeededError when the connection is not connected.
 */
export async function sourceFor(
  ctx: Context,
  connectionId: string,
  priority: CallPriority,
): Promise<CrmSource> {
  // Tokens and calls are committed by themselves; inside somebody's transaction they would wait for its end.
  if ('db' in ctx) throw new Error('A CRM is not asked inside a transaction')
  const connection = await getConnection(ctx, { connectionId })
  const own = forCreditor(ctx, connection.creditorId)
  return ctx.sources[connection.source].open(createSession(own, connection, priority))
}

function createSession(ctx: Context, connection: Connection, priority: CallPriority): SourceSession {
  const connectionId = connection.id
  const budget: CallBudget = {
    connectionId,
    creditorId: connection.creditorId,
    callLimit: ctx.sources[connection.source].callLimit,
  }
  let current: AccessToken | undefined
  let used = 0
  return {
    priority,
    async accessToken(options) {
      if (!current || options?.rejected === current.accessToken || isEnding(ctx, current)) {
        current = await accessToken(ctx, { connectionId, rejected: options?.rejected })
      }
      return current.accessToken
    },
    async takeCall(ofPriority, signal) {
      used = await takeCall(ctx, budget, { priority: ofPriority, signal })
    },
    async noteLimit(limit) {
      // The usual answer agrees with our count: then there is nothing to store.
      const isNews = limit.exhausted || (limit.remaining ?? Infinity) < budget.callLimit.calls - used
      if (isNews) await noteLimit(ctx, budget, limit)
    },
    noteRefused: (reason) =>
      markReconnectNeeded(ctx, {
        connectionId,
        reason: 'access_refused',
        detail: reason,
        tokenVersion: current?.tokenVersion,
      }),
  }
}

function isEnding(ctx: Context, token: AccessToken): boolean {
  return token.expiresAt.getTime() - 60_000 <= ctx.now().getTime()
}
