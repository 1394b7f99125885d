import type { Context } from '../context.ts'
import type { CallPriority, SourceName } from '../crm/index.ts'
import { callShares } from './take-call.ts'

/** How many calls a minute a connection has for this kind of work while nobody else needs any; Infinity: not counted. */
export function callsAMinute(ctx: Context, source: SourceName, priority: CallPriority): number {
  const { calls, windowMs } = ctx.sources[source].callLimit
  return (calls * callShares[priority] * 60_000) / windowMs
}
