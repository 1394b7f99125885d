import type { Context } from '../context.ts'
import { AppError, NotAllowedError } from '../errors.ts'
import { addressHeader } from './address-header.ts'
import { authOf } from './auth.ts'
import { revokeSession } from './find-session.ts'

/** Who wants in, and from where: `address` is the client's IP address as the server sees it. */
export type SignInInput = {
  email: string
  password: string
  address: string
  userAgent?: string | undefined
  /** The request's Cookie header: the session it carries ends when a new one begins. */
  cookie?: string | undefined
}

/** The new session as the `Set-Cookie` lines that the browser has to get. */
export type SignedIn = { userId: string; setCookies: string[] }

/** Too many sign-ins for this account or from this address; `retryAt` says when the next one is looked at. */
export class TooManyAttemptsError extends AppError {
  readonly retryAt: Date

  constructor(retryAt: Date) {
    super('too_many_attempts', 'Too many attempts: wait a moment and try again')
    this.retryAt = retryAt
  }
}

/**
 * Signs a person in with a new session, always. A wrong address and a wrong password take the same time and
 * give the same NotAllowedError, so that nobody can find out who has an account.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignedIn> {
  const response = await (await authOf(ctx)).handler(signInRequest(ctx, input))
  if (response.status === 429) throw new TooManyAttemptsError(await retryAtOf(ctx, response))
  if (response.status >= 500) throw new Error(`The sign-in library failed with status ${response.status}`)
  if (!response.ok) throw new NotAllowedError('E-mail address or password is not right', 'not_signed_in')
  const body = (await response.json()) as { user: { id: string } }
  if (input.cookie) await revokeSession(ctx, input.cookie)
  return { userId: body.user.id, setCookies: response.headers.getSetCookie() }
}

/** The limit per address says it in a header, our delay per account in the body. */
async function retryAtOf(ctx: Context, response: Response): Promise<Date> {
  const body = (await response.json()) as { retryAt?: string }
  if (body.retryAt) return new Date(body.retryAt)
  const seconds = Number(response.headers.get('x-retry-after')) || 60
  return new Date(ctx.now().getTime() + seconds * 1000)
}

function signInRequest(ctx: Context, input: SignInInput): Request {
  const headers = new Headers({ 'content-type': 'application/json', [addressHeader]: input.address })
  if (input.userAgent) headers.set('user-agent', input.userAgent.slice(0, 500))
  const url = new URL('/auth/sign-in/email', new URL(ctx.config.publicUrl).origin)
  const body = JSON.stringify({ email: input.email.trim().toLowerCase(), password: input.password })
  return new Request(url, { method: 'POST', headers, body })
}
