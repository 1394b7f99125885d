import { createHmac, randomBytes } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { JournalGrant, JournalWriter } from './journal.ts'
import type { World } from './world.ts'

export type Integration = { clientId: string; clientSecret: string; redirectUris: string[] }
export type TokenPair = {
  token_type: 'Bearer'
  expires_in: number
  access_token: string
  refresh_token: string
}
export type TokenRequest = Partial<
  Record<'grant_type' | 'client_id' | 'client_secret' | 'code' | 'redirect_uri' | 'refresh_token', string>
>

const CODE_LIFE_MS = 600_000
const ACCESS_LIFE_S = 3600

type Code = { redirectUri: string; expiresAt: number; used: boolean }
type Refresh = { grant: Grant; usedAt: number | null }
type Grant = { revoked: boolean }
type Access = { grant: Grant; expiresAt: number }

export type OAuth = {
  integration: Integration
  isRedirectAllowed(uri: string): boolean
  createCode(redirectUri: string): string
  noteRefusal(): void
  exchange(request: TokenRequest): TokenPair
  /** A pair without the consent page, for tests that are about something else. */
  issue(): TokenPair
  /** Whether the bearer token may call now. */
  allows(accessToken: string): boolean
  expireAccessTokens(): void
  /** The user revoked the integration: every token and code stops. */
  revokeAll(): void
}

/** Codes work once for ten minutes; access tokens an hour; refresh tokens once, until revoked. */
export function createOAuth(world: World, journal: JournalWriter, integration: Integration): OAuth {
  const codes = new Map<string, Code>()
  const access = new Map<string, Access>()
  const refresh = new Map<string, Refresh>()
  const signingKey = randomBytes(32)

  function note(kind: JournalGrant['kind'], reason: string | null = null): void {
    const outcome = reason ? 'refused' : 'granted'
    journal.noteGrant({ at: world.clock.now(), kind, outcome, reason })
  }

  function issueFor(grant: Grant): TokenPair {
    const expiresAt = world.clock.now() + ACCESS_LIFE_S * 1000
    const accessToken = jwt(signingKey, { aud: integration.clientId, exp: Math.floor(expiresAt / 1000) })
    const refreshToken = `def50200${randomBytes(32).toString('hex')}`
    access.set(accessToken, { grant, expiresAt })
    refresh.set(refreshToken, { grant, usedAt: null })
    return {
      token_type: 'Bearer',
      expires_in: ACCESS_LIFE_S,
      access_token: accessToken,
      refresh_token: refreshToken,
    }
  }

  function fromCode(request: TokenRequest): TokenPair {
    const code = codes.get(request.code ?? '')
    const reason = codeProblem(code, request, world.clock.now())
    note('code', reason)
    if (!code || reason) throw invalidGrant(world, reason ?? 'Authorization code is unknown')
    code.used = true
    return issueFor({ revoked: false })
  }

  function fromRefresh(request: TokenRequest): TokenPair {
    const token = refresh.get(request.refresh_token ?? '')
    const reason = refreshProblem(world, token)
    note('refresh', reason)
    if (!token || reason) throw invalidGrant(world, reason ?? 'Token is unknown')
    token.usedAt ??= world.clock.now()
    return issueFor(token.grant)
  }

  return {
    integration,
    isRedirectAllowed: (uri) => integration.redirectUris.includes(uri) || isLoopback(uri),
    createCode(redirectUri) {
      const code = randomBytes(24).toString('base64url')
      codes.set(code, { redirectUri, expiresAt: world.clock.now() + CODE_LIFE_MS, used: false })
      note('consent-given')
      return code
    },
    noteRefusal: () => note('consent-refused'),
    exchange(request) {
      if (request.client_id !== integration.clientId || request.client_secret !== integration.clientSecret) {
        throw oauthError(world, 401, 'invalid_client', 'Client authentication failed')
      }
      if (request.grant_type === 'authorization_code') return fromCode(request)
      if (request.grant_type === 'refresh_token') return fromRefresh(request)
      throw oauthError(
        world,
        400,
        'unsupported_grant_type',
        'Check that all required parameters have been provided',
      )
    },
    issue() {
      note('direct')
      return issueFor({ revoked: false })
    },
    allows(token) {
      const known = access.get(token)
      return known !== undefined && !known.grant.revoked && known.expiresAt > world.clock.now()
    },
    expireAccessTokens() {
      for (const token of access.values()) token.expiresAt = 0
    },
    revokeAll() {
      for (const token of access.values()) token.grant.revoked = true
      for (const token of refresh.values()) token.grant.revoked = true
      codes.clear()
    },
  }
}

function codeProblem(code: Code | undefined, request: TokenRequest, nowMs: number): string | null {
  if (!code) return 'Authorization code is unknown'
  if (code.used) return 'Authorization code has been used'
  if (code.expiresAt <= nowMs) return 'Authorization code has expired'
  if (code.redirectUri !== request.redirect_uri) return 'Redirect URI does not match'
  return null
}

function refreshProblem(world: World, token: Refresh | undefined): string | null {
  if (!token) return 'Token is unknown'
  if (token.grant.revoked) return 'Token has been revoked'
  const graceMs = world.answers.refreshGraceSeconds * 1000
  const isLate = token.usedAt !== null && world.clock.now() >= token.usedAt + graceMs
  return isLate ? 'Token has been revoked' : null
}

function invalidGrant(world: World, hint: string): ApiError {
  return oauthError(world, 400, 'invalid_grant', hint)
}

/** A refusal of the token endpoint; the answer's form is one of the open questions. */
export class OAuthError extends ApiError {
  readonly body: unknown
  constructor(status: number, title: string, body: unknown) {
    super(status, [{ title, status }])
    this.body = body
  }
}

function oauthError(world: World, status: number, title: string, hint: string): OAuthError {
  const isRfc = world.answers.invalidGrantForm === 'rfc6749'
  const body = isRfc
    ? { error: title, error_description: hint }
    : { errors: [{ status, title, meta: { hint } }] }
  return new OAuthError(status, title, body)
}

function isLoopback(uri: string): boolean {
  const url = URL.parse(uri)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  )
}

/** Access tokens look like JWTs, with a random id so that no two are equal. */
function jwt(key: Buffer, claims: Record<string, unknown>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode({ ...claims, jti: randomBytes(12).toString('hex') })}`
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`
}
