import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import {
  checkedLookup,
  mayConnectTo,
  problemOfLocation,
  type ResolveName,
  resolveName,
  UnsafeAddressError,
} from './check-location.ts'

/** Where a CRM says that a file can be had for a while. */
export type DownloadLocation = {
  url: string
  /** The CRM itself is on this machine, as the sandbox is: its files may be too. */
  isLoopbackAllowed: boolean
}

/** Why nothing was downloaded; each is worth another try later. */
export type DownloadRefusal =
  | 'not_there_yet'
  | 'location_refused'
  | 'unsafe_location'
  | 'host_unavailable'
  | 'too_large'
  | 'cut'

/** The bytes as they came, or why not; `detail` says more, in English, for the log and for support. */
export type Download = { bytes: Buffer } | { refusal: DownloadRefusal; detail: string }

/** Limits of one download: milliseconds (idle: between two pieces), bytes, and how often it may be sent on. */
type DownloadLimits = {
  connectTimeoutMs: number
  idleTimeoutMs: number
  totalTimeoutMs: number
  maxBytes: number
  maxRedirects: number
}

const downloadLimits: DownloadLimits = {
  connectTimeoutMs: 5_000,
  idleTimeoutMs: 20_000,
  totalTimeoutMs: 60_000,
  maxBytes: 25 * 1024 * 1024,
  maxRedirects: 3,
}

export type DownloadOptions = Partial<DownloadLimits> & { resolve?: ResolveName }

/**
 * Gives the one function that fetches a file from an address that somebody else named: without any token of ours, from the
 * internet only (never this machine, its network or a cloud's metadata, also not after a redirect or through a name that
 * points there), with caps on time and size. Never throws for what the other side does.
 */
export function createDownload(
  options: DownloadOptions = {},
): (location: DownloadLocation) => Promise<Download> {
  const { resolve = resolveName, ...changed } = options
  const limits = { ...downloadLimits, ...changed }
  const agents = { foreign: agentOf(limits, resolve, false), local: agentOf(limits, resolve, true) }
  return async ({ url, isLoopbackAllowed }) => {
    const way: Way = {
      dispatcher: isLoopbackAllowed ? agents.local : agents.foreign,
      isLoopbackAllowed,
      limits,
      signal: AbortSignal.timeout(limits.totalTimeoutMs),
    }
    try {
      return await follow(way, url)
    } catch (problem) {
      return refusalOf(problem)
    }
  }
}

function agentOf(limits: DownloadLimits, resolve: ResolveName, isLoopbackAllowed: boolean): Agent {
  return new Agent({
    connect: {
      timeout: limits.connectTimeoutMs,
      lookup: checkedLookup(resolve, mayConnectTo(isLoopbackAllowed)),
    },
    headersTimeout: limits.idleTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
  })
}

type Way = { dispatcher: Agent; isLoopbackAllowed: boolean; limits: DownloadLimits; signal: AbortSignal }

async function follow(way: Way, start: string): Promise<Download> {
  let url = start
  for (let hop = 0; hop <= way.limits.maxRedirects; hop += 1) {
    const problem = problemOfLocation(url, way.isLoopbackAllowed)
    if (problem) return { refusal: 'unsafe_location', detail: `The address was not asked: ${problem}` }
    const { dispatcher, signal } = way
    const answer = await request(url, {
      dispatcher,
      signal,
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
    })
    // Whoever stops reading early destroys the body, which then reports an abort that is nobody's problem.
    answer.body.on('error', () => {})
    const { location } = answer.headers
    if (answer.statusCode < 300 || answer.statusCode > 399 || typeof location !== 'string')
      return readAnswer(way, answer)
    answer.body.destroy()
    url = URL.parse(location, url)?.href ?? ''
  }
  return { refusal: 'unsafe_location', detail: `It was sent on more than ${way.limits.maxRedirects} times` }
}

type Answer = { statusCode: number; headers: Record<string, string | string[] | undefined>; body: Readable }

async function readAnswer(way: Way, { statusCode, headers, body }: Answer): Promise<Download> {
  const refusal = refusalOfStatus(statusCode)
  if (refusal) {
    body.destroy()
    return { refusal, detail: `The server of the file answered ${statusCode}` }
  }
  const { maxBytes } = way.limits
  const tooLarge = { refusal: 'too_large', detail: `The file has more than ${maxBytes} bytes` } as const
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    body.destroy()
    return tooLarge
  }
  return (await readWhole(body, maxBytes)) ?? tooLarge
}

/** Undefined when there is more than `maxBytes`: what has no end is not read to its end. */
async function readWhole(body: Readable, maxBytes: number): Promise<Download | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      // Leaving the loop destroys the stream.
      if (size > maxBytes) return undefined
      chunks.push(chunk)
    }
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    const isLate = problem.name === 'TimeoutError' || codeOf(problem) === 'UND_ERR_BODY_TIMEOUT'
    return { refusal: isLate ? 'host_unavailable' : 'cut', detail: problem.message }
  }
  return { bytes: Buffer.concat(chunks) }
}

function refusalOfStatus(status: number): DownloadRefusal | undefined {
  if (status === 200) return undefined
  if (status === 404) return 'not_there_yet'
  if (status === 429 || status >= 500) return 'host_unavailable'
  return 'location_refused'
}

function refusalOf(problem: unknown): Download {
  if (!(problem instanceof Error)) throw problem
  if (isUnsafe(problem)) return { refusal: 'unsafe_location', detail: problem.message }
  return { refusal: 'host_unavailable', detail: problem.message || codeOf(problem) || problem.name }
}

function codeOf(problem: Error): string {
  return 'code' in problem ? String(problem.code) : ''
}

/** Node gathers the failures of several addresses in one error. */
function isUnsafe(problem: Error): boolean {
  const inner = problem instanceof AggregateError ? problem.errors : [problem.cause]
  return [problem, ...inner].some((error) => error instanceof UnsafeAddressError)
}
