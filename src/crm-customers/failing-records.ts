import { SourceUnavailableError } from '../errors.ts'

/** Records at which the CRM failed while it answered otherwise, by key: how often by now, and when last (UTC instant). */
export type FailingRecords = Readonly<Record<string, { tries: number; at: string }>>

/** How long after each try the next one comes; after as many tries a record is set aside, some half an hour after the first. */
const pauseMinutes = [1, 5, 10, 15]
const triesAtMost = pauseMinutes.length + 1
/** When the CRM fails at more than these it is not the records' fault, and no try is counted. */
const failingAtMost = 25

/** Whether the CRM failed at what it was asked, and not at being asked: no wait for calls, no refused right. */
export function isFailureOfRecord(error: unknown): error is SourceUnavailableError {
  return (
    error instanceof SourceUnavailableError && ['server_error', 'timeout', 'network'].includes(error.code)
  )
}

/**
 * What is known of failing records after one more look: `settled` were answered, `failed` were not. `givenUp` have had
 * their tries and hold nobody up any longer. Undefined when so many fail that the CRM itself must be away.
 */
export function decideFailing(
  before: FailingRecords,
  look: { settled: readonly string[]; failed: readonly string[]; now: Date },
): { failing: FailingRecords; givenUp: string[] } | undefined {
  const failing: Record<string, { tries: number; at: string }> = { ...before }
  for (const key of look.settled) delete failing[key]
  if (new Set([...Object.keys(failing), ...look.failed]).size > failingAtMost) return undefined
  const givenUp: string[] = []
  for (const key of look.failed) {
    const tries = (failing[key]?.tries ?? 0) + 1
    if (tries >= triesAtMost) givenUp.push(key)
    else failing[key] = { tries, at: look.now.toISOString() }
  }
  for (const key of givenUp) delete failing[key]
  return { failing, givenUp }
}

/** Those whose next try has come; when there is none, it throws until when to wait. */
export function dueOfFailing(failing: FailingRecords, now: Date): string[] {
  const due = Object.keys(failing).filter((key) => nextTryMs(failing[key]) <= now.getTime())
  if (due.length > 0) return due
  const retryAt = new Date(Math.min(...Object.values(failing).map(nextTryMs)))
  throw new SourceUnavailableError('Some records could not be read; they are tried again', {
    code: 'server_error',
    retryAt,
  })
}

function nextTryMs(one: FailingRecords[string] | undefined): number {
  return one ? Date.parse(one.at) + (pauseMinutes[one.tries - 1] ?? 0) * 60_000 : 0
}

/** So many are named in one sentence; the result of the run has more. */
const namedAtMost = 5

/** What is said of records that were set aside. */
export function unreadRecordWords(
  count: number,
  named: readonly { name: string; externalId: string }[],
): string {
  const names = named.slice(0, namedAtMost).map(({ name, externalId }) => name || externalId)
  const who = `${names.join(', ')}${count > names.length ? ' and others' : ''}`
  const unread = `${count === 1 ? '1 record' : `${count} records`} could not be read`
  return names.length === 0 ? unread : `${unread}: ${who}`
}
