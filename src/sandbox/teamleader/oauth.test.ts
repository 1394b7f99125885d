import { expect, test } from 'vitest'
import type { TestSandbox } from './testing/open-test-sandbox.ts'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

const redirectUri = 'http://127.0.0.1:9/callback?from=here'
type Tokens = { access_token: string; refresh_token: string; expires_in: number; token_type: string }
type Exchange = { status: number; body: Tokens & { errors?: unknown; error?: string } }

function consentQuery(sandbox: TestSandbox, change: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    client_id: sandbox.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 'st<a>te',
    ...change,
  })
}

async function decide(sandbox: TestSandbox, decision: 'allow' | 'refuse'): Promise<URL> {
  const body = consentQuery(sandbox, { decision })
  const response = await fetch(sandbox.authorizeUrl, { method: 'POST', body, redirect: 'manual' })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}

async function exchange(
  sandbox: TestSandbox,
  request: Record<string, string>,
  form: 'form' | 'json' = 'form',
): Promise<Exchange> {
  const full = { client_id: sandbox.clientId, client_secret: sandbox.clientSecret, ...request }
  const response = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': form === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: form === 'json' ? JSON.stringify(full) : new URLSearchParams(full),
  })
  return { status: response.status, body: (await response.json()) as Exchange['body'] }
}

async function codeOf(sandbox: TestSandbox): Promise<Record<string, string>> {
  const code = (await decide(sandbox, 'allow')).searchParams.get('code') ?? ''
  return { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
}

function refreshing(tokens: Tokens): Record<string, string> {
  return { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }
}

async function statusWith(sandbox: TestSandbox, accessToken: string): Promise<number> {
  return (await sandbox.call('users.me', {}, { authorization: `Bearer ${accessToken}` })).status
}

test('the consent page asks, escapes what it was given, and returns a code with the state', async () => {
  const sandbox = await openTestSandbox()
  const page = await (await fetch(`${sandbox.authorizeUrl}?${consentQuery(sandbox)}`)).text()
  expect(page).toContain('>Allow</button>')
  expect(page).toContain('>Refuse</button>')
  expect(page).not.toContain('st<a>te')
  const back = await decide(sandbox, 'allow')
  expect(back.searchParams.get('state')).toBe('st<a>te')
  expect(back.searchParams.get('from')).toBe('here')
  expect(back.searchParams.get('code')).toMatch(/^[\w-]{20,}$/)
})

test('refusing returns access_denied and no code', async () => {
  const back = await decide(await openTestSandbox(), 'refuse')
  expect(back.searchParams.get('error')).toBe('access_denied')
  expect(back.searchParams.get('code')).toBeNull()
})

test('an unknown integration or a foreign address is not redirected anywhere', async () => {
  const sandbox = await openTestSandbox({ redirectUris: ['https://vorder.example/callback'] })
  const ask = async (change: Record<string, string>) =>
    (await fetch(`${sandbox.authorizeUrl}?${consentQuery(sandbox, change)}`, { redirect: 'manual' })).status
  expect(await ask({ client_id: 'other' })).toBe(400)
  expect(await ask({ redirect_uri: 'https://evil.example/' })).toBe(400)
  expect(await ask({ redirect_uri: 'https://vorder.example/callback' })).toBe(200)
})

test('a code works once, for ten minutes, with the same redirect address', async () => {
  const sandbox = await openTestSandbox()
  const request = await codeOf(sandbox)
  expect((await exchange(sandbox, { ...request, redirect_uri: 'http://127.0.0.1/other' })).status).toBe(400)
  const first = await exchange(sandbox, request, 'json')
  expect(first.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  expect(await statusWith(sandbox, first.body.access_token)).toBe(200)
  expect((await exchange(sandbox, request)).status).toBe(400)
  const late = await codeOf(sandbox)
  sandbox.control.clock.advance(600_000)
  expect((await exchange(sandbox, late)).status).toBe(400)
})

test('a refresh token works once and gives a new pair', async () => {
  const sandbox = await openTestSandbox()
  const { body: first } = await exchange(sandbox, await codeOf(sandbox))
  const { body: second } = await exchange(sandbox, refreshing(first))
  expect(second.refresh_token).not.toBe(first.refresh_token)
  const again = await exchange(sandbox, refreshing(first))
  expect(again.status).toBe(400)
  expect(again.body.errors).toEqual([
    { status: 400, title: 'invalid_grant', meta: { hint: 'Token has been revoked' } },
  ])
  expect((await exchange(sandbox, refreshing(second))).status).toBe(200)
  expect(sandbox.journal.tokenGrants().filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
})

test('open question: a used refresh token may be good for a while, and a refusal may have the RFC form', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.answers({ refreshGraceSeconds: 30, invalidGrantForm: 'rfc6749' })
  const { body: first } = await exchange(sandbox, await codeOf(sandbox))
  await exchange(sandbox, refreshing(first))
  expect((await exchange(sandbox, refreshing(first))).status).toBe(200)
  sandbox.control.clock.advance(31_000)
  expect((await exchange(sandbox, refreshing(first))).body.error).toBe('invalid_grant')
})

test('an access token ends after an hour, when expired by hand, and when the integration is revoked', async () => {
  const sandbox = await openTestSandbox()
  const { body: first } = await exchange(sandbox, await codeOf(sandbox))
  sandbox.control.clock.advance(3_600_000)
  expect(await statusWith(sandbox, first.access_token)).toBe(401)
  const { body: second } = await exchange(sandbox, refreshing(first))
  sandbox.control.expireAccessTokens()
  expect(await statusWith(sandbox, second.access_token)).toBe(401)
  const { body: third } = await exchange(sandbox, refreshing(second))
  expect(await statusWith(sandbox, third.access_token)).toBe(200)
  sandbox.control.revokeTokens()
  expect(await statusWith(sandbox, third.access_token)).toBe(401)
  expect((await exchange(sandbox, refreshing(third))).status).toBe(400)
})

test('a wrong client secret is refused', async () => {
  const sandbox = await openTestSandbox()
  expect((await exchange(sandbox, { ...(await codeOf(sandbox)), client_secret: 'wrong' })).status).toBe(401)
})

test('the token endpoint can be made to fail as well', async () => {
  const sandbox = await openTestSandbox()
  const request = await codeOf(sandbox)
  sandbox.control.replyOnce('oauth2/access_token', { kind: 'status', status: 502 })
  expect((await exchange(sandbox, request)).status).toBe(502)
  expect((await exchange(sandbox, request)).status).toBe(200)
})
