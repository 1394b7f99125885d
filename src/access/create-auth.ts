import { hkdfSync } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { Kysely, PostgresDialect } from 'kysely'
import type { Context } from '../context.ts'
import { readSecretKeys } from '../secret-key.ts'
import { newId } from '../values/index.ts'
import { addressHeader } from './address-header.ts'
import { passwordLength } from './password-rules.ts'
import { sessionLimits } from './session-limits.ts'
import { countAttempt, forgetFailures } from './sign-in-failures.ts'

/** Sign-ins from one client address, whatever the account: the library's own limit, kept in the database. */
const attemptsPerAddress = { window: 60, max: 30 }

/** The sign-in library over our database, tables and rules; see `authOf`. */
export function createAuth(ctx: Context) {
  return betterAuth(authOptions(ctx))
}

function authOptions(ctx: Context) {
  const origin = new URL(ctx.config.publicUrl).origin
  return {
    appName: 'Vorder',
    baseURL: origin,
    basePath: '/auth',
    secret: signingSecret(ctx),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level: unknown, message: string, cause: unknown) => logFault(ctx, message, cause),
    },
    onAPIError: { throw: true },
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: ctx.database.owner }) }),
      type: 'postgres',
      schemaName: 'auth',
    },
    // People are made by our own verbs: nobody can sign up from outside.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      customRules: { '/sign-in/email': attemptsPerAddress },
    },
    hooks: attemptHooks(ctx),
    advanced: advancedOptions(origin),
    ...tables,
  } satisfies BetterAuthOptions
}

function logFault(ctx: Context, message: string, cause: unknown): void {
  ctx.log.error({ err: cause }, `sign-in: ${message}`)
}

/** After the library's limit per address and before the password is looked at: the growing delay per account. */
function attemptHooks(ctx: Context) {
  return {
    before: createAuthMiddleware(async (call) => {
      if (call.path !== '/sign-in/email') return
      const retryAt = await countAttempt(ctx, attemptOf(call))
      if (retryAt) throw new APIError('TOO_MANY_REQUESTS', { retryAt: retryAt.toISOString() })
    }),
    after: createAuthMiddleware(async (call) => {
      if (call.path === '/sign-in/email' && call.context.newSession)
        await forgetFailures(ctx, attemptOf(call))
    }),
  }
}

function attemptOf(call: { body?: { email?: unknown }; headers?: Headers | undefined }) {
  const email = call.body?.email
  return { email: typeof email === 'string' ? email : '', address: call.headers?.get(addressHeader) ?? '' }
}

function advancedOptions(origin: string) {
  const isHttps = origin.startsWith('https:')
  return {
    // The library's own switch would prefix with "__Secure-"; "__Host-" also binds the cookie to this host.
    useSecureCookies: false,
    cookiePrefix: 'vorder',
    cookies: {
      session_token: {
        name: isHttps ? '__Host-vorder-session' : 'vorder-session',
        attributes: { httpOnly: true, sameSite: 'lax' as const, secure: isHttps, path: '/' },
      },
    },
    ipAddress: { ipAddressHeaders: [addressHeader] },
    database: { generateId: ({ model }: { model: string }) => newId(model === 'session' ? 'ses' : 'acc') },
  }
}

/** Signs cookies. Derived, so that the key that seals tokens never signs anything. */
function signingSecret(ctx: Context): string {
  const { key } = readSecretKeys(ctx.config).current
  return Buffer.from(hkdfSync('sha256', key, '', 'vorder sign-in', 32)).toString('base64')
}

/** The library's models under our names: plural tables, snake_case columns (migration 0002). */
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
const tables = {
  user: {
    modelName: 'users',
    fields: { emailVerified: 'email_verified', ...stamps },
    additionalFields: { language: { type: 'string', required: true, defaultValue: 'en', input: false } },
  },
  session: {
    modelName: 'sessions',
    fields: {
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      userId: 'user_id',
      ...stamps,
    },
    expiresIn: sessionLimits.idleSeconds,
    updateAge: sessionLimits.renewSeconds,
  },
  account: {
    modelName: 'accounts',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...stamps } },
} satisfies Partial<BetterAuthOptions>
