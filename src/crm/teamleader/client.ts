import { ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { SourceSession } from '../source.ts'
import { readCallLimit, withJitter } from './call-limit.ts'
import { readJson, readRefusal, refusalText } from './read-answer.ts'
import type { IncomingAnswer, SendRequest } from './send-request.ts'

/** The newest dated version (2026). Without the header an integration stays on the version of its creation date. */
const apiVersion = '2023-09-26'

/** A person who waits gets one more try, this much later. */
const quickRetryMs = 250

/** `hearMeta` is told what stands under `meta`, when something does. */
export type CallOptions = { signal?: AbortSignal | undefined; hearMeta?: (meta: unknown) => void }

export type TeamleaderClient = {
  /**
   * Calls one operation and returns what stands under `data`; undefined for an answer without a body (204). Throws
   * SourceUnavailableError (network, 429 with `retryAt`, 5xx), SourceRejectedError (any other refusal, `not_permitted`
   * for 403, `not_found` for 404, `unreadable_answer`), ReconnectNeededError (401 after a fresh token). `signal` ends the
   * wait for its turn and the request itself, with SourceUnavailableError `aborted`; nothing is asked after that.
   */
  call(operation: string, body?: object, options?: CallOptions): Promise<unknown>
}

export type ClientParts = {
  apiUrl: string
  send: SendRequest
  now: () => Date
  log: Log
  session: SourceSession
}

/** Teamleader's calling convention: every operation is a POST with a JSON body. */
export function createClient(parts: ClientParts): TeamleaderClient {
  return {
    async call(operation, body = {}, { signal, hearMeta } = {}) {
      const asked: Asked = { operation, body, signal, hearMeta }
      try {
        return await callOnce(parts, asked)
      } catch (problem) {
        if (!isReading.test(operation) || !deservesQuickRetry(parts.session, problem)) throw problem
        await new Promise((resolve) => setTimeout(resolve, quickRetryMs))
        return await callOnce(parts, asked)
      }
    },
  }
}

/** Of anything else a broken answer may hide that it was done: asked again it would be done twice. */
const isReading = /\.(?:list|info|me|download)$/

/** Everyone else is tried again by the queue, with growing gaps; a time limit has cost a person enough already. */
function deservesQuickRetry(session: SourceSession, problem: unknown): boolean {
  if (session.priority !== 'person' || !(problem instanceof SourceUnavailableError)) return false
  return problem.code === 'network' || problem.code === 'server_error'
}

type Asked = {
  operation: string
  body: object
  signal: AbortSignal | undefined
  hearMeta: CallOptions['hearMeta']
}

async function callOnce(parts: ClientParts, asked: Asked): Promise<unknown> {
  const { operation } = asked
  const token = await parts.session.accessToken()
  const answer = await post(parts, { ...asked, token })
  if (answer.status !== 401) return readData(asked, answer)
  const freshToken = await parts.session.accessToken({ rejected: token })
  const secondAnswer = await post(parts, { ...asked, token: freshToken })
  if (secondAnswer.status !== 401) return readData(asked, secondAnswer)
  const message = `Teamleader refused ${operation} with a fresh token ${refusalText(readRefusal(secondAnswer.text))}`
  await parts.session.noteRefused(message)
  throw new ReconnectNeededError(message)
}

async function post(parts: ClientParts, call: Asked & { token: string }): Promise<IncomingAnswer> {
  const { operation, signal } = call
  stopIfAborted(operation, signal)
  await parts.session.takeCall(parts.session.priority, signal)
  const answer = await parts.send({
    url: `${parts.apiUrl}/${operation}`,
    headers: {
      authorization: `Bearer ${call.token}`,
      'content-type': 'application/json',
      'x-api-version': apiVersion,
    },
    body: JSON.stringify(call.body),
    ...(signal && { signal }),
  })
  parts.log.debug({ operation: call.operation, status: answer.status }, 'called Teamleader')
  const limit = readCallLimit(answer, parts.now())
  if (limit) await parts.session.noteLimit(limit)
  if (answer.status === 429) {
    const retryAt = limit?.resetAt ? withJitter(limit.resetAt) : undefined
    throw new SourceUnavailableError('Teamleader asks us to slow down', { code: 'rate_limited', retryAt })
  }
  return answer
}

/** Whoever asked is not interested any more: no call is spent on it. */
function stopIfAborted(operation: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new SourceUnavailableError(`${operation} was given up`, { code: 'aborted', cause: signal.reason })
}

function readData({ operation, hearMeta }: Asked, answer: IncomingAnswer): unknown {
  if (answer.status >= 400) throw refusalOf(operation, answer)
  if (answer.status === 204) return undefined
  const body = readJson(answer, operation)
  if (typeof body === 'object' && body !== null && 'data' in body) {
    if ('meta' in body) hearMeta?.(body.meta)
    return body.data
  }
  throw new SourceRejectedError(`${operation} answered without data`, {
    code: 'unreadable_answer',
    status: answer.status,
  })
}

const refusalCodes: Readonly<Record<number, string>> = { 403: 'not_permitted', 404: 'not_found' }

function refusalOf(operation: string, answer: IncomingAnswer): Error {
  if (answer.status >= 500) {
    return new SourceUnavailableError(`Teamleader answered ${answer.status} to ${operation}`, {
      code: 'server_error',
    })
  }
  const message = `Teamleader refused ${operation} (${answer.status}) ${refusalText(readRefusal(answer.text))}`
  return new SourceRejectedError(message, { code: refusalCodes[answer.status], status: answer.status })
}
