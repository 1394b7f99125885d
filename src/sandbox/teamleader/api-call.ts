import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, IncomingCall } from '../http-server.ts'
import type { Problem } from './api-error.ts'
import { ApiError } from './api-error.ts'
import type { SandboxFault } from './faults.ts'
import { faultyAnswer, jsonHeaders, skipsWork } from './faulty-answer.ts'
import type { JournalRequest } from './journal.ts'
import { operations } from './operations/all-operations.ts'
import type { Parts } from './parts.ts'
import { validate } from './validate.ts'

const LATEST_VERSION = '2023-09-26'

/** Answers one API call: token, rate limit, fault, schema, work; and writes it into the journal. */
export async function answerApiCall(parts: Parts, call: IncomingCall): Promise<Answer> {
  const at = parts.world.clock.now()
  const startedMs = performance.now()
  const endpoint = call.path.slice(1)
  const { body, parseProblem } = readBody(call)
  const fault = parts.faults.take(endpoint, body)
  if (parts.rateLimit.latencyMs > 0 || fault?.kind === 'slow') {
    await wait(parts.rateLimit.latencyMs + (fault?.kind === 'slow' ? fault.ms : 0))
  }
  const headers = commonHeaders(parts, call, at)
  const right = fault && skipsWork(fault) ? empty(headers.values) : perform()
  const answer = fault ? faultyAnswer(fault, right) : right
  noteRequest(parts, { at, call, body, answer, endpoint, fault, tookMs: performance.now() - startedMs })
  return answer

  function perform(): Answer {
    try {
      admit(parts, call, headers.allowed)
      if (parseProblem) throw parseProblem
      return run(parts, endpoint, body, headers.values)
    } catch (error) {
      return refusal(error, headers.values)
    }
  }
}

function empty(headers: Record<string, string>): Answer {
  return { status: 200, headers, body: '' }
}

function run(parts: Parts, endpoint: string, body: unknown, headers: Record<string, string>): Answer {
  const operation = operations[endpoint]
  if (!operation) throw new ApiError(404, [{ title: 'Not found', status: 404 }])
  const input = validate(operation.input, body, parts.world.answers.rejectUnknownKeys)
  const result = operation.run({ world: parts.world, fileHost: parts.fileHost }, input)
  if (operation.status === 204) return { status: 204, headers, body: '' }
  return { status: operation.status, headers: jsonHeaders(headers), body: JSON.stringify(result) }
}

/** Throws 401 for a missing, unknown, expired or revoked token and 429 above the limit. */
function admit(parts: Parts, call: IncomingCall, allowed: boolean): void {
  if (!parts.oauth.allows(bearer(call))) throw new ApiError(401, [{ status: 401, title: 'Unauthorized' }])
  if (!allowed) throw new ApiError(429, [{ status: 429, title: 'Rate limit exceeded' }])
}

function bearer(call: IncomingCall): string {
  return /^Bearer (.+)$/i.exec(call.headers.authorization ?? '')?.[1] ?? ''
}

function commonHeaders(parts: Parts, call: IncomingCall, at: number) {
  const known = parts.oauth.allows(bearer(call))
  if (known) parts.journal.noteCall(at)
  const state = known ? parts.rateLimit.take(at) : parts.rateLimit.look(at)
  const { answers } = parts.world
  const values: Record<string, string> = {
    'x-api-version': call.headers['x-api-version'] ?? LATEST_VERSION,
    'x-ratelimit-limit': String(parts.rateLimit.limit ?? 200),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': resetText(state.resetAt, answers.rateLimitResetForm),
  }
  if (!state.allowed && answers.retryAfterHeader) {
    values['retry-after'] = String(Math.max(1, Math.ceil((state.resetAt - at) / 1000)))
  }
  return { values, allowed: state.allowed }
}

function resetText(ms: number, form: 'colon' | 'no-colon'): string {
  const iso = new Date(ms).toISOString()
  return form === 'colon' ? `${iso.slice(0, 19)}+00:00` : `${iso.slice(0, 23)}+0000`
}

function readBody(call: IncomingCall): { body: unknown; parseProblem: ApiError | null } {
  if (call.method === 'GET') return { body: fromQuery(call.query), parseProblem: null }
  if (call.body.trim() === '') return { body: {}, parseProblem: null }
  try {
    const body: unknown = JSON.parse(call.body)
    const isEmptyList = Array.isArray(body) && body.length === 0
    return { body: isEmptyList ? {} : body, parseProblem: null }
  } catch {
    const problem: Problem = { code: 0, title: 'Request body is not valid JSON', status: 400 }
    return { body: call.body.slice(0, 2000), parseProblem: new ApiError(400, [problem]) }
  }
}

/** The deprecated form: `page[number]=2&filter[ids][]=…`. */
function fromQuery(query: URLSearchParams): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of query) {
    const path = name.replaceAll(']', '').split('[')
    let target: Record<string, unknown> = root
    for (const [at, key] of path.entries()) {
      const next = path[at + 1]
      if (next === undefined) target[key] = value
      else if (next === '' || next === '0') {
        target[key] = [...((target[key] as unknown[] | undefined) ?? []), value]
        break
      } else {
        target[key] ??= {}
        target = target[key] as Record<string, unknown>
      }
    }
  }
  return root
}

function refusal(error: unknown, headers: Record<string, string>): Answer {
  if (!(error instanceof ApiError)) throw error
  return {
    status: error.status,
    headers: jsonHeaders(headers),
    body: JSON.stringify({ errors: error.problems }),
  }
}

type Noted = {
  at: number
  call: IncomingCall
  body: unknown
  answer: Answer
  endpoint: string
  fault: SandboxFault | undefined
  tookMs: number
}

function noteRequest(parts: Parts, noted: Noted): void {
  const { call, answer } = noted
  const line: JournalRequest = {
    at: noted.at,
    method: call.method,
    path: call.path,
    operation: noted.endpoint,
    headers: keptHeaders(call.headers),
    body: noted.body,
    status: answer.status,
    refusal: answer.status >= 400 && typeof answer.body === 'string' ? refusalWords(answer.body) : null,
    fault: noted.fault?.kind ?? null,
    tookMs: noted.tookMs,
  }
  parts.journal.noteRequest(line)
  parts.log(`${line.method} ${line.path} ${line.status}${line.refusal ? ` (${line.refusal})` : ''}`)
}

/** Tokens are cut: the journal shows which one was used, not how to use it. */
export function keptHeaders(headers: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of ['content-type', 'x-api-version', 'user-agent', 'accept']) {
    const value = headers[name]
    if (value !== undefined) kept[name] = value
  }
  if (headers.authorization) kept.authorization = `Bearer …${headers.authorization.slice(-6)}`
  return kept
}

function refusalWords(body: string): string {
  const { errors = [] } = JSON.parse(body) as { errors?: Array<{ title: string }> }
  return errors.map((error) => error.title).join('; ')
}
