import { createHmac } from 'node:crypto'
import autocannon from 'autocannon'
import { runProgram } from './child.ts'
import { bodyOf, type EventKind, stripeSecret } from './event-body.ts'
import { spreadOf } from './rounds.ts'

/** One event for each id, each once, over this many connections. */
export type LoadRequest = {
  url: string
  kind: EventKind
  ids: string[]
  accountId: string
  bytes: number
  connections: number
}

/** `acceptedPerSecond` counts 2xx answers; latencies are in milliseconds. */
export type LoadResult = {
  accepted: number
  refused: number
  /** When the first request left, in milliseconds since 1970. */
  startedAt: number
  seconds: number
  p50: number
  p99: number
}

/** The load generator: a process of its own, which prepares every body before the clock starts. */
runProgram({
  start: async () => ({ ready: {}, answer: fire, stop: async () => {} }),
})

async function fire(request: LoadRequest): Promise<LoadResult> {
  const requests = request.ids.map((id) => prepared(request, id))
  const latencies: number[] = []
  let next = 0
  const running = autocannon({
    url: request.url,
    connections: request.connections,
    amount: requests.length,
    timeout: 60,
    requests: [{ setupRequest: (before) => ({ ...before, ...requests[next++] }) }],
  })
  let accepted = 0
  let firstAt: number | undefined
  let lastAt = 0
  running.on('response', (_client, status, _bytes, ms) => {
    latencies.push(ms)
    if (status >= 200 && status < 300) accepted += 1
    lastAt = performance.now()
    firstAt ??= lastAt - ms
  })
  await running
  const sorted = latencies.sort((a, b) => a - b)
  return {
    accepted,
    refused: requests.length - accepted,
    startedAt: performance.timeOrigin + (firstAt ?? 0),
    seconds: (lastAt - (firstAt ?? 0)) / 1_000,
    p50: spreadOf(sorted).median,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  }
}

function prepared({ kind, accountId, bytes }: LoadRequest, id: string) {
  const body = bodyOf(kind, { id, accountId, bytes })
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (kind === 'stripe') headers['stripe-signature'] = signatureOf(body)
  return { method: 'POST' as const, headers, body }
}

function signatureOf(body: string): string {
  const at = Math.floor(Date.now() / 1_000)
  return `t=${at},v1=${createHmac('sha256', stripeSecret).update(`${at}.${body}`).digest('hex')}`
}
