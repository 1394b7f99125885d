import {
  InvalidInputError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../../errors.ts'
import type { TokenPair } from '../source.ts'
import { tokenSchema } from './api-types.ts'
import { type Refusal, readJson, readRefusal, refusalText } from './read-answer.ts'
import type { IncomingAnswer, SendRequest } from './send-request.ts'
import type { TeamleaderSettings } from './settings.ts'

export type TeamleaderOauth = {
  authorizeUrl(input: { state: string; redirectUri: string }): string
  exchangeCode(input: { code: string; redirectUri: string }): Promise<TokenPair>
  refreshTokens(refreshToken: string): Promise<TokenPair>
}

/**
 * Teamleader's authorisation code flow: no scope, no PKCE, no revocation is documented; refresh tokens are single-use
 * and rotate with every refresh.
 */
export function createOauth(
  settings: TeamleaderSettings,
  send: SendRequest,
  now: () => Date,
): TeamleaderOauth {
  async function askForTokens(form: Record<string, string>): Promise<TokenPair | Refusal> {
    const askedAt = now()
    const answer = await send({
      url: settings.tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        ...form,
      }).toString(),
    })
    return readTokens(answer, askedAt)
  }
  return {
    authorizeUrl({ state, redirectUri }) {
      if (settings.clientId === '' || settings.clientSecret === '') {
        const message = 'Set TEAMLEADER_CLIENT_ID and TEAMLEADER_CLIENT_SECRET before connecting Teamleader'
        throw new InvalidInputError(message, [], 'source_not_configured')
      }
      const url = new URL(settings.authorizeUrl)
      url.searchParams.set('client_id', settings.clientId)
      url.searchParams.set('response_type', 'code')
      url.searchParams.set('redirect_uri', redirectUri)
      url.searchParams.set('state', state)
      return url.toString()
    },
    async exchangeCode({ code, redirectUri }) {
      const tokens = await askForTokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })
      if ('accessToken' in tokens) return tokens
      const message = `Teamleader did not accept the code ${refusalText(tokens)}. Start connecting again.`
      throw new InvalidInputError(message, [], 'code_refused')
    },
    async refreshTokens(refreshToken) {
      const tokens = await askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
      if ('accessToken' in tokens) return tokens
      throw new ReconnectNeededError(`Teamleader refused the refresh token ${refusalText(tokens)}`)
    },
  }
}

/** Words of RFC 6749 section 5.2 that speak of our registration or request, not of the person's grant. */
const ownFaults = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'unsupported_grant_type',
])

/**
 * A pair, or the refusal of the grant. Everything else throws and may be tried again: an operator's wrong client secret
 * or a proxy's HTML page must not cost a person the connection.
 */
function readTokens(answer: IncomingAnswer, askedAt: Date): TokenPair | Refusal {
  if (answer.status === 200) return parsePair(answer, askedAt)
  const refusal = readRefusal(answer.text)
  const isAboutUs = refusal.words.some((word) => ownFaults.has(word.toLowerCase()))
  if ((answer.status === 400 || answer.status === 401) && refusal.isUnderstood && !isAboutUs) return refusal
  if (isAboutUs) {
    throw new SourceUnavailableError(
      `Teamleader refused our client id or secret ${refusalText(refusal)}. Check TEAMLEADER_CLIENT_ID and TEAMLEADER_CLIENT_SECRET.`,
      { code: 'client_refused' },
    )
  }
  throw new SourceUnavailableError(`Teamleader's token endpoint answered ${answer.status}`, {
    code: answer.status >= 500 ? 'server_error' : 'unexpected_status',
  })
}

function parsePair(answer: IncomingAnswer, askedAt: Date): TokenPair {
  const parsed = tokenSchema.safeParse(readJson(answer, 'The token endpoint'))
  if (!parsed.success) {
    throw new SourceRejectedError('The token endpoint answered without a pair of tokens', {
      code: 'unreadable_answer',
      status: answer.status,
    })
  }
  return {
    accessToken: parsed.data.access_token,
    refreshToken: parsed.data.refresh_token,
    // Counted from before the question, so that our idea of the end is never later than theirs.
    expiresAt: new Date(askedAt.getTime() + parsed.data.expires_in * 1000),
  }
}
