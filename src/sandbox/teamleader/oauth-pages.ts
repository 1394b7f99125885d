import type { Answer, IncomingCall } from '../http-server.ts'
import { keptHeaders } from './api-call.ts'
import { faultyAnswer, skipsWork } from './faulty-answer.ts'
import type { TokenRequest } from './oauth.ts'
import { OAuthError } from './oauth.ts'
import type { Parts } from './parts.ts'

/** GET shows the consent page; POST is the answer given on it. */
export function answerAuthorize(parts: Parts, call: IncomingCall): Answer {
  const asked = call.method === 'POST' ? new URLSearchParams(call.body) : call.query
  const redirectUri = asked.get('redirect_uri') ?? ''
  const problem = authorizeProblem(parts, asked, redirectUri)
  if (problem) return htmlAnswer(400, page('This request cannot be trusted', `<p>${escapeHtml(problem)}</p>`))
  if (call.method !== 'POST') return htmlAnswer(200, consentPage(parts, asked))
  const target = new URL(redirectUri)
  if (asked.get('decision') === 'allow') {
    target.searchParams.set('code', parts.oauth.createCode(redirectUri))
  } else {
    parts.oauth.noteRefusal()
    target.searchParams.set('error', 'access_denied')
  }
  const state = asked.get('state')
  if (state !== null) target.searchParams.set('state', state)
  return { status: 302, headers: { location: target.href, 'cache-control': 'no-store' }, body: '' }
}

function authorizeProblem(parts: Parts, asked: URLSearchParams, redirectUri: string): string | null {
  if (asked.get('client_id') !== parts.oauth.integration.clientId) return 'Unknown integration (client_id).'
  if (asked.get('response_type') !== 'code') return 'Only response_type=code is imitated.'
  if (!parts.oauth.isRedirectAllowed(redirectUri))
    return 'This redirect_uri is not on the list of the integration.'
  return null
}

/** The token endpoint: form-encoded or JSON. Faults of `oauth2/access_token` apply. */
export function answerToken(parts: Parts, call: IncomingCall): Answer {
  const at = parts.world.clock.now()
  const request = tokenRequest(call)
  const fault = parts.faults.take('oauth2/access_token')
  const { status, body } = fault && skipsWork(fault) ? { status: 200, body: {} } : exchange(parts, request)
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  const right = { status, headers, body: JSON.stringify(body) }
  const answer = fault ? faultyAnswer(fault, right) : right
  parts.journal.noteRequest({
    at,
    method: call.method,
    path: call.path,
    operation: 'oauth2/access_token',
    headers: keptHeaders(call.headers),
    body: { grant_type: request.grant_type },
    status: answer.status,
    refusal: status === 200 ? null : JSON.stringify(body),
    fault: fault?.kind ?? null,
    tookMs: 0,
  })
  return answer
}

function exchange(parts: Parts, request: TokenRequest): { status: number; body: unknown } {
  try {
    return { status: 200, body: parts.oauth.exchange(request) }
  } catch (error) {
    if (error instanceof OAuthError) return { status: error.status, body: error.body }
    throw error
  }
}

function tokenRequest(call: IncomingCall): TokenRequest {
  if (!call.headers['content-type']?.includes('json'))
    return Object.fromEntries(new URLSearchParams(call.body))
  try {
    return JSON.parse(call.body) as TokenRequest
  } catch {
    return {}
  }
}

function consentPage(parts: Parts, asked: URLSearchParams): string {
  const fields = [...asked].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const { user } = parts.world.catalog
  return page(
    'Allow access to Teamleader?',
    `<p>An integration asks to read and change contacts, companies, invoices and settings of
    <strong>${escapeHtml(parts.world.account.name)}</strong>, as ${escapeHtml(`${user.firstName} ${user.lastName}`)}.</p>
    <form method="post" action="/oauth2/authorize">${fields.join('')}
    <button name="decision" value="allow" class="primary">Allow</button>
    <button name="decision" value="refuse">Refuse</button></form>
    <p class="quiet">This is a sandbox. No real account is involved.</p>`,
  )
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function htmlAnswer(status: number, html: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: html,
  }
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{display:grid;place-items:center;min-height:100vh;margin:0;background:light-dark(#f3f5f8,#14171c)}
main{max-width:26rem;margin:1rem;padding:2rem;border-radius:12px;background:light-dark(#fff,#1e232b);box-shadow:0 4px 24px #0002}
h1{font-size:1.3rem;margin:0 0 .5rem}button{font:inherit;padding:.6rem 1.4rem;border-radius:8px;border:1px solid light-dark(#767f8c,#8a93a0);background:transparent;color:inherit;cursor:pointer}
.primary{background:#00695c;border-color:#00695c;color:#fff}.quiet{font-size:.875rem;color:light-dark(#57606d,#aab3c0)}
</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`
}
