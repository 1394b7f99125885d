import type { JournalDelivery, JournalWriter } from './journal.ts'
import type { World, WorldEvent } from './world.ts'

/** How often, out of one, an event is mistreated on its way. */
export type WebhookRates = { lose: number; double: number; delay: number; reorder: number }
/** How many of the coming events are mistreated; counts down. */
export type WebhookNext = { lose: number; double: number; delay: number; reorder: number }

export type Deliverer = {
  queue(event: WorldEvent): void
  /** A body of the caller's choosing to one registered address, or to all. */
  sendRaw(body: string, url?: string): Promise<JournalDelivery[]>
  /** Sends what is waiting and due now, also in manual mode. */
  deliver(): Promise<JournalDelivery[]>
  /** Resolves when nothing that is due waits or is under way. */
  settled(): Promise<void>
  waiting(): JournalDelivery[]
  setMode(mode: 'auto' | 'manual'): void
  rates: WebhookRates
  next: WebhookNext
  /** How late a delayed event is, in milliseconds of sandbox time. */
  delay: { ms: number }
  stop(): Promise<void>
}

const CONCURRENT = 16

type Post = { world: World; journal: JournalWriter; stopping: AbortSignal }

/**
 * Posts each event to every registration that wants it: three members, no signature, no order promised. Time-out
 * and retries are the sandbox's assumption; nothing is published about them.
 */
export function createDeliverer(
  world: World,
  journal: JournalWriter,
  startMode: 'auto' | 'manual',
): Deliverer {
  const waiting = new Set<JournalDelivery>()
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const post: Post = { world, journal, stopping: stopping.signal }
  const rates = { lose: 0, double: 0, delay: 0, reorder: 0 }
  const next = { lose: 0, double: 0, delay: 0, reorder: 0 }
  const delay = { ms: 60_000 }
  let held: JournalDelivery[] = []
  let mode = startMode
  let lastId = 0
  let timer: NodeJS.Timeout | undefined

  function strikes(what: 'lose' | 'double' | 'delay' | 'reorder'): boolean {
    if (next[what] > 0) {
      next[what] -= 1
      return true
    }
    return rates[what] > 0 && world.random.chance(rates[what])
  }

  function newDelivery(url: string, body: string, event: WorldEvent | null): JournalDelivery {
    lastId += 1
    const at = world.clock.now()
    const delivery: JournalDelivery = {
      id: lastId,
      url,
      type: event?.type ?? 'raw',
      subjectId: event?.subject.id ?? null,
      body,
      state: 'waiting',
      createdAt: at,
      nextAttemptAt: at,
      attempts: [],
    }
    journal.noteDelivery(delivery)
    return delivery
  }

  function queueFor(url: string, event: WorldEvent): void {
    const body = JSON.stringify({ ...event, account: { type: 'account', id: world.account.id } })
    const delivery = newDelivery(url, body, event)
    if (strikes('lose')) {
      Object.assign(delivery, { state: 'lost', nextAttemptAt: null })
      return
    }
    if (strikes('delay')) delivery.nextAttemptAt = world.clock.now() + delay.ms
    if (strikes('reorder')) {
      held.push(delivery)
      return
    }
    waiting.add(delivery)
    if (strikes('double')) waiting.add(newDelivery(url, body, event))
    release()
  }

  /** A held event leaves after the one that came later. */
  function release(): void {
    for (const delivery of held) waiting.add(delivery)
    held = []
  }

  function queue(event: WorldEvent): void {
    for (const [url, types] of world.hooks) {
      if (types.has(event.type)) queueFor(url, event)
    }
    if (mode === 'auto') pump()
  }

  function pump(): JournalDelivery[] {
    const started: JournalDelivery[] = []
    for (const delivery of waiting) {
      if (stopping.signal.aborted || underWay.size >= CONCURRENT) break
      if ((delivery.nextAttemptAt ?? 0) > world.clock.now()) continue
      waiting.delete(delivery)
      started.push(delivery)
      const work = attempt(post, delivery).then(() => {
        underWay.delete(work)
        if (delivery.state === 'waiting') waiting.add(delivery)
        if (mode === 'auto') pump()
      })
      underWay.add(work)
    }
    schedule()
    return started
  }

  /** Wakes up for the next retry or delayed event; never keeps the process alive. */
  function schedule(): void {
    clearTimeout(timer)
    if (mode !== 'auto' || stopping.signal.aborted) return
    const times = [...waiting].map((delivery) => delivery.nextAttemptAt ?? 0)
    if (times.length === 0 || underWay.size > 0) return
    timer = setTimeout(pump, Math.min(2 ** 30, Math.max(1, Math.min(...times) - world.clock.now())))
    timer.unref()
  }

  function dueNow(): boolean {
    return [...waiting].some((delivery) => (delivery.nextAttemptAt ?? 0) <= world.clock.now())
  }

  async function deliver(): Promise<JournalDelivery[]> {
    release()
    const sent: JournalDelivery[] = []
    while ((dueNow() || underWay.size > 0) && !stopping.signal.aborted) {
      sent.push(...pump())
      await Promise.race(underWay)
    }
    return sent
  }

  async function settled(): Promise<void> {
    if (mode === 'auto') await deliver()
    await Promise.all(underWay)
  }

  async function sendRaw(body: string, url?: string): Promise<JournalDelivery[]> {
    const urls = url ? [url] : [...world.hooks.keys()]
    const made = urls.map((each) => newDelivery(each, body, null))
    for (const delivery of made) await attempt(post, delivery)
    return made
  }

  world.clock.onChange(() => void (mode === 'auto' && pump()))
  return {
    queue,
    sendRaw,
    deliver,
    settled,
    waiting: () => [...held, ...waiting],
    setMode(to) {
      mode = to
      if (mode === 'auto') pump()
    },
    rates,
    next,
    delay,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await Promise.all(underWay)
    },
  }
}

async function attempt(post: Post, delivery: JournalDelivery): Promise<void> {
  delivery.state = 'sending'
  const startedAt = post.world.clock.now()
  const outcome = await send(post, delivery)
  delivery.attempts.push({ at: startedAt, ...outcome, tookMs: post.world.clock.now() - startedAt })
  const { status } = outcome
  if (status !== null && status >= 200 && status < 300) {
    Object.assign(delivery, { state: 'delivered', nextAttemptAt: null })
    return
  }
  if (status === 410 && post.world.answers.goneUnregisters) post.world.hooks.delete(delivery.url)
  planRetry(post.world, delivery)
}

function planRetry(world: World, delivery: JournalDelivery): void {
  const minutes = world.answers.webhookRetryMinutes[delivery.attempts.length - 1]
  if (minutes === undefined || delivery.type === 'raw') {
    Object.assign(delivery, { state: 'given-up', nextAttemptAt: null })
    return
  }
  const first = delivery.attempts[0]?.at ?? world.clock.now()
  Object.assign(delivery, { state: 'waiting', nextAttemptAt: first + minutes * 60_000 })
}

async function send(
  post: Post,
  delivery: JournalDelivery,
): Promise<{ status: number | null; error: string | null }> {
  const timeout = AbortSignal.timeout(post.world.answers.webhookTimeoutMs)
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, post.stopping]),
    })
    await response.body?.cancel()
    return { status: response.status, error: null }
  } catch (error) {
    return { status: null, error: reason(error) }
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
