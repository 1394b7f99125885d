import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { testTeamleader } from '../../../test/support/open-test-source.ts'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../../sandbox/index.ts'

const redirectUri = 'http://127.0.0.1:4400/connect/teamleader/callback'

let sandbox: TeamleaderSandbox
let server: Server | undefined

beforeAll(async () => {
  sandbox = await startTeamleaderSandbox({ seed: 'empty' })
})
afterEach(() => {
  server?.close()
  server = undefined
})
afterAll(() => sandbox.stop())

async function allow(state: string): Promise<string> {
  const url = new URL(testTeamleader(sandbox).authorizeUrl({ state, redirectUri }))
  const form = new URLSearchParams([...url.searchParams, ['decision', 'allow']])
  const answer = await fetch(sandbox.authorizeUrl, { method: 'POST', body: form, redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

test('a code becomes a pair of tokens once', async () => {
  const kind = testTeamleader(sandbox)
  const back = new URL(await allow('the-state'))
  expect(back.searchParams.get('state')).toBe('the-state')
  const code = back.searchParams.get('code') ?? ''
  const pair = await kind.exchangeCode({ code, redirectUri })
  expect(pair.expiresAt.getTime() - Date.now()).toBeGreaterThan(3_590_000)
  expect(pair.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(3_600_000)
  const again = kind.exchangeCode({ code, redirectUri })
  await expect(again).rejects.toMatchObject({ name: 'InvalidInputError', code: 'code_refused' })
})

test.each(['envelope', 'rfc6749'] as const)('a used refresh token is refused for good (%s)', async (form) => {
  sandbox.control.answers({ invalidGrantForm: form })
  const kind = testTeamleader(sandbox)
  const { refresh_token: first } = sandbox.control.issueTokens()
  const second = await kind.refreshTokens(first)
  expect(second.refreshToken).not.toBe(first)
  await expect(kind.refreshTokens(first)).rejects.toMatchObject({
    name: 'ReconnectNeededError',
    message: expect.stringContaining('Token has been revoked'),
  })
})

test("a wrong client secret is the operator's to mend and costs no connection", async () => {
  const kind = testTeamleader({ ...sandbox, clientSecret: 'wrong' })
  const { refresh_token: token } = sandbox.control.issueTokens()
  const refused = kind.refreshTokens(token)
  await expect(refused).rejects.toMatchObject({ name: 'SourceUnavailableError', code: 'client_refused' })
  await expect(testTeamleader(sandbox).refreshTokens(token)).resolves.toBeDefined()
})

test('without a client id nobody is sent anywhere', () => {
  const kind = testTeamleader({ ...sandbox, clientId: '' })
  expect(() => kind.authorizeUrl({ state: 's', redirectUri })).toThrow(/TEAMLEADER_CLIENT_ID/)
})

test.each([
  [400, '<html>bad gateway page</html>', { name: 'SourceUnavailableError', code: 'unexpected_status' }],
  [404, '{"errors":[{"title":"x"}]}', { name: 'SourceUnavailableError', code: 'unexpected_status' }],
  [503, '', { name: 'SourceUnavailableError', code: 'server_error' }],
  [429, '{"errors":[{"title":"Rate limit exceeded"}]}', { name: 'SourceUnavailableError' }],
  [
    400,
    '{"errors":[{"status":400,"title":"The refresh token is invalid"}]}',
    { name: 'ReconnectNeededError' },
  ],
  [401, '{"error":"invalid_grant"}', { name: 'ReconnectNeededError' }],
  [401, '{"error":"invalid_client"}', { name: 'SourceUnavailableError', code: 'client_refused' }],
  [200, '{"access_token":"a"}', { name: 'SourceRejectedError', code: 'unreadable_answer' }],
  [200, '<html>', { name: 'SourceRejectedError', code: 'unreadable_answer' }],
])('a token endpoint that answers %i %s', async (status, body, expected) => {
  server = createServer((_request, answer) => answer.writeHead(status).end(body))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const kind = testTeamleader({ ...sandbox, tokenUrl: `http://127.0.0.1:${port}/token` })
  await expect(kind.refreshTokens('r')).rejects.toMatchObject(expected)
})
