export type JournalRequest = {
  /** Sandbox time, milliseconds since 1970. */
  at: number
  method: string
  path: string
  /** `invoices.list`, `oauth2/access_token`, `download`. */
  operation: string
  headers: Record<string, string>
  body: unknown
  status: number
  /** Why it was refused, in words; null for a success. */
  refusal: string | null
  /** Whether an injected fault made the answer. */
  fault: string | null
  tookMs: number
}
export type DeliveryAttempt = { at: number; status: number | null; error: string | null; tookMs: number }
export type JournalDelivery = {
  id: number
  url: string
  type: string
  subjectId: string | null
  body: string
  state: 'waiting' | 'sending' | 'delivered' | 'given-up' | 'lost'
  createdAt: number
  nextAttemptAt: number | null
  attempts: DeliveryAttempt[]
}
export type JournalGrant = {
  at: number
  kind: 'consent-given' | 'consent-refused' | 'code' | 'refresh' | 'direct'
  outcome: 'granted' | 'refused'
  reason: string | null
}

/** The oracle for tests: everything that came in and went out. */
export type SandboxJournal = {
  requests(only?: { operation?: string; status?: number }): JournalRequest[]
  deliveries(only?: {
    type?: string
    subjectId?: string
    state?: JournalDelivery['state']
  }): JournalDelivery[]
  tokenGrants(): JournalGrant[]
  /** The most API calls in any window of 60 seconds of sandbox time since the last `clear`. */
  maxCallsInAnyMinute(): number
  clear(): void
}
export type JournalWriter = SandboxJournal & {
  noteRequest(request: JournalRequest): void
  noteCall(at: number): void
  noteDelivery(delivery: JournalDelivery): void
  noteGrant(grant: JournalGrant): void
}

const KEPT = 20_000

/** Keeps the latest twenty thousand lines of each kind; the call times are kept all. */
export function createJournal(): JournalWriter {
  const requests: JournalRequest[] = []
  const deliveries: JournalDelivery[] = []
  const grants: JournalGrant[] = []
  const calls: number[] = []
  return {
    requests: (only = {}) => requests.filter((line) => fits(line, only)),
    deliveries: (only = {}) => deliveries.filter((line) => fits(line, only)),
    tokenGrants: () => [...grants],
    maxCallsInAnyMinute: () => maxInWindow(calls, 60_000),
    clear() {
      for (const lines of [requests, deliveries, grants, calls]) lines.length = 0
    },
    noteRequest: (line) => keep(requests, line),
    noteCall: (at) => calls.push(at),
    noteDelivery: (line) => keep(deliveries, line),
    noteGrant: (line) => keep(grants, line),
  }
}

function fits<T extends object>(line: T, only: Partial<T>): boolean {
  return Object.entries(only).every(
    ([key, wanted]) => wanted === undefined || line[key as keyof T] === wanted,
  )
}

/** Drops the oldest tenth at once, so that a long run does not shift the list at every line. */
function keep<T>(lines: T[], line: T): void {
  if (lines.length >= KEPT) lines.splice(0, KEPT / 10)
  lines.push(line)
}

function maxInWindow(times: number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  let from = 0
  let most = 0
  for (const [at, time] of sorted.entries()) {
    while (time - (sorted[from] ?? time) >= windowMs) from += 1
    most = Math.max(most, at - from + 1)
  }
  return most
}
