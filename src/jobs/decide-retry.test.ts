import { expect, test } from 'vitest'
import {
  ConflictError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../errors.ts'
import { decideRetry, type JobHistory } from './decide-retry.ts'

const now = new Date('2026-03-01T12:00:00Z')
const fresh: JobHistory = { failures: 0, unavailableTries: 0, unavailableSince: undefined }
const later = (ms: number) => new Date(now.getTime() + ms)

test.each([
  new InvalidInputError('x'),
  new NotFoundError('x'),
  new ConflictError('x'),
  new NotAllowedError('x'),
  new SourceRejectedError('x'),
  new ReconnectNeededError('x'),
])('$name is given up: trying the same again cannot help', (error) => {
  expect(decideRetry(error, fresh, now)).toEqual({ kind: 'give_up' })
})

test('an outage is waited for with growing pauses, or until the instant that was named', () => {
  const away = new SourceUnavailableError('x')
  const delays = [0, 1, 2, 3, 4, 5, 99].map((unavailableTries) => {
    const decision = decideRetry(away, { ...fresh, unavailableTries, unavailableSince: now }, now)
    return decision.kind === 'again' ? (decision.startAt.getTime() - now.getTime()) / 1000 : decision.kind
  })
  expect(delays).toEqual([5, 15, 60, 120, 300, 300, 300])
  const named = new SourceUnavailableError('x', { retryAt: later(90_000) })
  expect(decideRetry(named, fresh, now)).toEqual({ kind: 'again', startAt: later(90_000), isOutage: true })
  const past = new SourceUnavailableError('x', { retryAt: later(-1) })
  expect(decideRetry(past, fresh, now)).toMatchObject({ startAt: later(5_000) })
})

test('an outage of more than a day waits for a person; one of a day is still waited for', () => {
  const away = new SourceUnavailableError('x')
  const since = (hours: number) => ({
    ...fresh,
    unavailableTries: 9,
    unavailableSince: later(-hours * 3_600_000),
  })
  expect(decideRetry(away, since(24), now).kind).toBe('again')
  expect(decideRetry(away, since(24.01), now).kind).toBe('park')
})

test.each([new Error('bug'), new TypeError('bug'), 'thrown text', undefined])(
  'a bug gets one second try: %s',
  (error) => {
    expect(decideRetry(error, fresh, now)).toEqual({ kind: 'again', startAt: later(5_000), isOutage: false })
    expect(decideRetry(error, { ...fresh, failures: 1 }, now)).toEqual({ kind: 'park' })
    expect(decideRetry(error, { ...fresh, unavailableTries: 3, unavailableSince: now }, now).kind).toBe(
      'again',
    )
  },
)
