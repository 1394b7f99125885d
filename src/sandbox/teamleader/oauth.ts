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

type Office = {
  world: World
  journal: JournalWriter
  integration: Integration
  codes: Map<string, Code>
  access: Map<string, Access>
  refresh: Map<string, Refresh>
  signingKey: Buffer
}

/** Codes work once for ten minutes; access tokens an hour; refresh tokens once, until revoked. */
export function createOAuth(world: World, journal: JournalWriter, integration: Integration): OAuth {
  const signingKey = randomBytes(32)
  const office: Office = {
    world,
    journal,
    integration,
    codes: new Map(),
    access: new Map(),
    refresh: new Map(),
    signingKey,
  }
  return {
    integration,
    isRedirectAllowed: (uri) => integration.redirectUris.includes(uri) || isLoopback(uri),
    createCode: (redirectUri) => createCode(office, redirectUri),
    noteRefusal: () => note(office, 'consent-refused'),
    exchange: (request) => exchange(office, request),
    issue() {
      note(office, 'direct')
      return issueFor(office, { revoked: false })
    },
    allows(token) {
      const known = office.access.get(token)
      return known !== undefined && !known.grant.revoked && known.expiresAt > world.clock.now()
    },
    expireAccessTokens() {
      for (const token of office.access.values()) token.expiresAt = 0
    },
    revokeAll() {
      for (const token of office.access.values()) token.grant.revoked = true
      for (const token of office.refresh.values()) token.grant.revoked = true
      office.codes.clear()
    },
  }
}

function note(office: Office, kind: JournalGrant['kind'], reason: string | null = null): void {
  const outcome = reason ? 'refused' : 'granted'
  office.journal.noteGrant({ at: office.world.clock.now(), kind, outcome, reason })
}

function createCode(office: Office, redirectUri: string): string {
  const code = randomBytes(24).toString('base64url')
  const expiresAt = office.world.clock.now() + CODE_LIFE_MS
  office.codes.set(code, { redirectUri, expiresAt, used: false })
  note(office, 'consent-given')
  return code
}

function exchange(office: Office, request: TokenRequest): TokenPair {
  const { world, integration } = office
  if (request.client_id !== integration.clientId || request.client_secret !== integration.clientSecret) {
    throw oauthError(world, 401, { title: 'invalid_client', hint: 'Client authentication failed' })
  }
  if (request.grant_type === 'authorization_code') return fromCode(office, request)
  if (request.grant_type === 'refresh_token') return fromRefresh(office, request)
  throw oauthError(world, 400, { title: 'unsupported_grant_type', hint: 'Check the grant_type' })
}

function fromCode(office: Office, request: TokenRequest): TokenPair {
  const code = office.codes.get(request.code ?? '')
  const reason = codeProblem(code, request, office.world.clock.now())
  note(office, 'code', reason)
  if (!code || reason) throw invalidGrant(office.world, reason ?? 'Authorization code is unknown')
  code.used = true
  return issueFor(office, { revoked: false })
}

function fromRefresh(office: Office, request: TokenRequest): TokenPair {
  const token = office.refresh.get(request.refresh_token ?? '')
  const reason = refreshProblem(office.world, token)
  note(office, 'refresh', reason)
  if (!token || reason) throw invalidGrant(office.world, reason ?? 'Token is unknown')
  token.usedAt ??= office.world.clock.now()
  return issueFor(office, token.grant)
}

function issueFor(office: Office, grant: Grant): TokenPair {
  const expiresAt = office.world.clock.now() + ACCESS_LIFE_S * 1000
  const claims = { aud: office.integration.clientId, exp: Math.floor(expiresAt / 1000) }
  const accessToken = jwt(office.signingKey, claims)
  const refreshToken = `def50200${randomBytes(32).toString('hex')}`
  office.access.set(accessToken, { grant, expiresAt })
  office.refresh.set(refreshToken, { grant, usedAt: null })
  return {
    token_type: 'Bearer',
    expires_in: ACCESS_LIFE_S,
    access_token: accessToken,
    refresh_token: refreshToken,
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
  return oauthError(world, 400, { title: 'invalid_grant', hint })
}

/** A refusal of the token endpoint; the answer's form is one of the open questions. */
export class OAuthError extends ApiError {
  readonly body: unknown
  constructor(status: number, title: string, body: unknown) {
    super(status, [{ title, status }])
    this.body = body
  }
}

function oauthError(
  world: World,
  status: number,
  { title, hint }: { title: string; hint: string },
): OAuthError {
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
