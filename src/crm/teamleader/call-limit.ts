import type { CallLimit } from '../source.ts'
import type { IncomingAnswer } from './send-request.ts'

/** No documented window is longer than a minute: a reset further away is a wrong clock or a wrong header. */
const longestPauseMs = 65_000
/** When a refusal names no reset we look again soon, but not at once. */
const pauseWithoutResetMs = 10_000
const shortestPauseMs = 500

/**
 * Reads `X-RateLimit-Remaining` and `X-RateLimit-Reset`. The reset is a timestamp by their clock; the answer's `Date`
 * tells how far that clock is from ours. `isRefused` is a 429. Undefined when the answer says nothing.
 */
export function readCallLimit(answer: IncomingAnswer, now: Date): CallLimit | undefined {
  const isRefused = answer.status === 429
  const remaining = readCount(headerOf(answer, 'x-ratelimit-remaining'))
  if (!isRefused && remaining === undefined) return undefined
  const resetAt = readInstant(headerOf(answer, 'x-ratelimit-reset'))
  const theirNow = readInstant(headerOf(answer, 'date')) ?? now
  const pauseMs = resetAt ? resetAt.getTime() - theirNow.getTime() : isRefused ? pauseWithoutResetMs : 0
  const boundedMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, pauseMs))
  return {
    exhausted: isRefused || remaining === 0,
    remaining: isRefused ? 0 : remaining,
    resetAt: resetAt || isRefused ? new Date(now.getTime() + boundedMs) : undefined,
  }
}

/** Spreads those who wait for the same reset: 0 to 1 s later. */
export function withJitter(instant: Date): Date {
  return new Date(instant.getTime() + Math.random() * 1000)
}

function headerOf(answer: IncomingAnswer, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function readInstant(text: string | undefined): Date | undefined {
  const instant = text === undefined ? undefined : new Date(text)
  return instant && !Number.isNaN(instant.getTime()) ? instant : undefined
}
