import type { Context } from '../context.ts'
import { SourceUnavailableError } from '../errors.ts'

/** How often the database is asked while nobody needs it, and what a caller is told to wait. */
export const pingEveryMs = 3_000
const pingTimeoutMs = 2_000

/** What a caller gets while the database is away. */
export function databaseIsAway({ now }: Context): SourceUnavailableError {
  const retryAt = new Date(now().getTime() + pingEveryMs)
  return new SourceUnavailableError('The database is away: try again in a moment', {
    code: 'database_unavailable',
    retryAt,
  })
}

/** Asks the database whether it answers within two seconds; never throws. */
export async function isDatabaseThere(context: Context): Promise<boolean> {
  const timeout = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => timeout.resolve(false), pingTimeoutMs)
  try {
    return await Promise.race([context.database.ping().then(() => true), timeout.promise])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
