import {
  ConflictError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../errors.ts'

/** What became of a try that threw. `park` keeps the job, with the stack, for a person. */
export type RetryDecision =
  | { kind: 'again'; startAt: Date; isOutage: boolean }
  | { kind: 'give_up' }
  | { kind: 'park' }

/** What a job remembers of its earlier tries. */
export type JobHistory = { failures: number; unavailableTries: number; unavailableSince: Date | undefined }

/** Trying the same again cannot help, or the fact is already true. */
const hopeless = [
  InvalidInputError,
  NotFoundError,
  ConflictError,
  NotAllowedError,
  SourceRejectedError,
  ReconnectNeededError,
]

const unavailableDelaysSeconds = [5, 15, 60, 120, 300]
const patienceMs = 24 * 3_600_000
const secondTryAfterMs = 5_000

/**
 * What to do about a job that threw: the one table from error class to retry. Somebody else's outage is waited for
 * up to a day, at the instant they named or with growing pauses; a bug gets one second try.
 */
export function decideRetry(error: unknown, history: JobHistory, now: Date): RetryDecision {
  if (hopeless.some((kind) => error instanceof kind)) return { kind: 'give_up' }
  if (!(error instanceof SourceUnavailableError)) {
    return history.failures === 0 ? again(now, secondTryAfterMs, false) : { kind: 'park' }
  }
  const since = history.unavailableSince ?? now
  if (now.getTime() - since.getTime() > patienceMs) return { kind: 'park' }
  if (error.retryAt && error.retryAt > now) return { kind: 'again', startAt: error.retryAt, isOutage: true }
  const seconds = unavailableDelaysSeconds[history.unavailableTries] ?? unavailableDelaysSeconds.at(-1) ?? 0
  return again(now, seconds * 1_000, true)
}

function again(now: Date, afterMs: number, isOutage: boolean): RetryDecision {
  return { kind: 'again', startAt: new Date(now.getTime() + afterMs), isOutage }
}
