import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { SourceUnavailableError } from '../errors.ts'
import { authOf } from './auth.ts'
import { sessionLimits } from './session-limits.ts'
import type { User, UserLanguage } from './user.ts'

/**
 * A valid sign-in. `sessionHash` (SHA-256 of the secret in the cookie) binds what was started in this browser to
 * this browser; `setCookies` are lines that the browser has to get because the idle time was renewed.
 */
export type Session = { sessionId: string; sessionHash: Buffer; user: User; setCookies: string[] }

/** The session of a Cookie header, or undefined when there is none, it is forged, idle for too long or too old. */
export async function findSession(
  ctx: Context,
  cookie: string | undefined,
  options: { renew: boolean } = { renew: true },
): Promise<Session | undefined> {
  if (!cookie) return undefined
  const { response, headers } = await readSession(ctx, cookie, !options.renew)
  if (!response) return undefined
  const { session, user } = response
  // The library lives by the wall clock, so this limit does too.
  if (Date.now() - session.createdAt.getTime() > sessionLimits.absoluteSeconds * 1000) {
    await deleteSession(ctx, session.token)
    return undefined
  }
  return {
    sessionId: session.id,
    sessionHash: createHash('sha256').update(session.token).digest(),
    user: { id: user.id, name: user.name, email: user.email, language: user.language as UserLanguage },
    setCookies: headers.getSetCookie(),
  }
}

/** Ends the session of a Cookie header, if it has one. */
export async function revokeSession(ctx: Context, cookie: string): Promise<void> {
  const { response } = await readSession(ctx, cookie, true)
  if (response) await deleteSession(ctx, response.session.token)
}

/** The library hides a database that is away behind an error of its own; a caller may simply try again. */
async function readSession(ctx: Context, cookie: string, disableRefresh: boolean) {
  try {
    return await (await authOf(ctx)).api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh },
      returnHeaders: true,
    })
  } catch (cause) {
    const message = 'The sign-in could not be checked: try again in a moment'
    throw new SourceUnavailableError(message, { code: 'database_unavailable', cause })
  }
}

async function deleteSession(ctx: Context, token: string): Promise<void> {
  const { internalAdapter } = await (await authOf(ctx)).$context
  await internalAdapter.deleteSession(token)
}
