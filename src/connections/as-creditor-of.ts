import type { Context } from '../context.ts'

/**
 * The same context, named after the creditor of a connection, so that history lines know whose they are. Inside a
 * transaction across creditors the role stays what it was.
 */
export function asCreditorOf<C extends Context>(ctx: C, connection: { creditorId: string }): C {
  return { ...ctx, scope: { kind: 'creditor', creditorId: connection.creditorId } }
}
