import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Agent, request } from 'undici'
import { AppError, SourceRejectedError, SourceUnavailableError } from '../../errors.ts'
import type { RequestLimits } from './settings.ts'

export type OutgoingRequest = {
  url: string
  headers: Record<string, string>
  body: string
  /** Ends the request early, with SourceUnavailableError `aborted`. */
  signal?: AbortSignal
}

/** An answer as it came: nothing is judged yet but its size. Header names are lower case. */
export type IncomingAnswer = {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
}

export type SendRequest = (outgoing: OutgoingRequest) => Promise<IncomingAnswer>

/**
 * Gives the one function that talks to Teamleader's servers: POST, time limits for connecting, for the headers and
 * for the whole, a cap on the unpacked body, no redirects followed (a redirect could carry a token elsewhere).
 * Throws SourceUnavailableError for whatever the network does, SourceRejectedError for an answer that is too large,
 * packed in an unknown way or a redirect.
 */
export function createSendRequest(limits: RequestLimits): SendRequest {
  const dispatcher = new Agent({
    connect: { timeout: limits.connectTimeoutMs },
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.headersTimeoutMs,
  })
  return async (outgoing) => {
    const place = placeOf(outgoing.url)
    try {
      const answer = await request(outgoing.url, {
        method: 'POST',
        dispatcher,
        headers: { accept: 'application/json', 'accept-encoding': 'gzip', ...outgoing.headers },
        body: outgoing.body,
        signal: AbortSignal.any([AbortSignal.timeout(limits.totalTimeoutMs), ...signalsOf(outgoing)]),
      })
      const packing = answer.headers['content-encoding']
      const text = await readText(unpack(answer.body, packing, place), limits.maxBodyBytes, place)
      refuseRedirect(answer.statusCode, place)
      return { status: answer.statusCode, headers: answer.headers, text }
    } catch (problem) {
      if (outgoing.signal?.aborted) {
        throw new SourceUnavailableError(`${place} was given up`, { code: 'aborted', cause: problem })
      }
      throw asSourceError(problem, place)
    }
  }
}

function signalsOf({ signal }: OutgoingRequest): AbortSignal[] {
  return signal ? [signal] : []
}

/** Messages name the operation, never the query or a token. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function unpack(body: Readable, packing: string | string[] | undefined, place: string): Readable {
  // Whoever stops reading early destroys the body, which then reports an abort that is nobody's problem.
  body.on('error', () => {})
  if (packing === undefined || packing === 'identity' || packing === '') return body
  if (packing !== 'gzip') {
    body.destroy()
    throw unreadable(`${place} answered in a packing that was not asked for`)
  }
  const unpacked = createGunzip()
  body.on('error', (problem) => unpacked.destroy(problem))
  unpacked.on('close', () => body.destroy())
  return body.pipe(unpacked)
}

async function readText(body: Readable, maxBytes: number, place: string): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    // Leaving the loop destroys the stream, so a bomb is not unpacked to its end.
    if (bytes > maxBytes) throw unreadable(`${place} answered more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refuseRedirect(status: number, place: string): void {
  if (status < 300 || status > 399) return
  throw new SourceRejectedError(`${place} wants to send us to another address, which is refused`, {
    code: 'redirect_refused',
    status,
  })
}

function unreadable(message: string): SourceRejectedError {
  return new SourceRejectedError(message, { code: 'unreadable_answer' })
}

const timeoutCodes = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function asSourceError(problem: unknown, place: string): Error {
  if (problem instanceof AppError) return problem
  if (!(problem instanceof Error)) return new Error('A request failed without an error', { cause: problem })
  const code = 'code' in problem ? String(problem.code) : ''
  if (code.startsWith('Z_')) return unreadable(`${place} answered a damaged gzip body`)
  const isTimeout = problem.name === 'TimeoutError' || timeoutCodes.has(code)
  return new SourceUnavailableError(
    isTimeout ? `${place} did not answer in time` : `${place} cannot be reached`,
    { code: isTimeout ? 'timeout' : 'network', cause: problem },
  )
}
