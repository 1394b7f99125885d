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
const LONGEST_TIMER_MS = 2 ** 30

type Post = { world: World; journal: JournalWriter; stopping: AbortSignal }
type Mistreatment = keyof WebhookNext

/**
 * Posts each event to every registration that wants it: three members, no signature, no order promised. Time-out
 * and retries are the sandbox's assumption; nothing is published about them.
 */
export function createDeliverer(world: World, journal: JournalWriter, mode: 'auto' | 'manual'): Deliverer {
  return new WebhookDeliverer(world, journal, mode)
}

class WebhookDeliverer implements Deliverer {
  readonly rates = { lose: 0, double: 0, delay: 0, reorder: 0 }
  readonly next = { lose: 0, double: 0, delay: 0, reorder: 0 }
  readonly delay = { ms: 60_000 }
  readonly #post: Post
  readonly #stopping = new AbortController()
  readonly #waiting = new Set<JournalDelivery>()
  readonly #underWay = new Set<Promise<void>>()
  #held: JournalDelivery[] = []
  #mode: 'auto' | 'manual'
  #lastId = 0
  #timer: NodeJS.Timeout | undefined

  constructor(world: World, journal: JournalWriter, mode: 'auto' | 'manual') {
    this.#post = { world, journal, stopping: this.#stopping.signal }
    this.#mode = mode
    world.clock.onChange(() => this.#pumpIfAuto())
  }

  queue(event: WorldEvent): void {
    for (const [url, types] of this.#post.world.hooks) {
      if (types.has(event.type)) this.#queueFor(url, event)
    }
    this.#pumpIfAuto()
  }

  async sendRaw(body: string, url?: string): Promise<JournalDelivery[]> {
    const urls = url ? [url] : [...this.#post.world.hooks.keys()]
    const made = urls.map((each) => this.#newDelivery(each, body, null))
    for (const delivery of made) await attempt(this.#post, delivery)
    return made
  }

  async deliver(): Promise<JournalDelivery[]> {
    this.#release()
    const sent: JournalDelivery[] = []
    while ((this.#hasDue() || this.#underWay.size > 0) && !this.#stopping.signal.aborted) {
      sent.push(...this.#pump())
      await Promise.race(this.#underWay)
    }
    return sent
  }

  async settled(): Promise<void> {
    if (this.#mode === 'auto') await this.deliver()
    await Promise.all(this.#underWay)
  }

  waiting(): JournalDelivery[] {
    return [...this.#held, ...this.#waiting]
  }

  setMode(mode: 'auto' | 'manual'): void {
    this.#mode = mode
    this.#pumpIfAuto()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#timer)
    await Promise.all(this.#underWay)
  }

  #strikes(what: Mistreatment): boolean {
    if (this.next[what] > 0) {
      this.next[what] -= 1
      return true
    }
    return this.rates[what] > 0 && this.#post.world.random.chance(this.rates[what])
  }

  #newDelivery(url: string, body: string, event: WorldEvent | null): JournalDelivery {
    this.#lastId += 1
    const at = this.#post.world.clock.now()
    const delivery: JournalDelivery = {
      id: this.#lastId,
      url,
      type: event?.type ?? 'raw',
      subjectId: event?.subject.id ?? null,
      body,
      state: 'waiting',
      createdAt: at,
      nextAttemptAt: at,
      attempts: [],
    }
    this.#post.journal.noteDelivery(delivery)
    return delivery
  }

  #queueFor(url: string, event: WorldEvent): void {
    const { account, clock } = this.#post.world
    const body = JSON.stringify({ ...event, account: { type: 'account', id: account.id } })
    const delivery = this.#newDelivery(url, body, event)
    if (this.#strikes('lose')) {
      Object.assign(delivery, { state: 'lost', nextAttemptAt: null })
      return
    }
    if (this.#strikes('delay')) delivery.nextAttemptAt = clock.now() + this.delay.ms
    if (this.#strikes('reorder')) {
      this.#held.push(delivery)
      return
    }
    this.#waiting.add(delivery)
    if (this.#strikes('double')) this.#waiting.add(this.#newDelivery(url, body, event))
    this.#release()
  }

  /** A held event leaves after the one that came later. */
  #release(): void {
    for (const delivery of this.#held) this.#waiting.add(delivery)
    this.#held = []
  }

  #pumpIfAuto(): void {
    if (this.#mode === 'auto') this.#pump()
  }

  #isDue(delivery: JournalDelivery): boolean {
    return (delivery.nextAttemptAt ?? 0) <= this.#post.world.clock.now()
  }

  #hasDue(): boolean {
    return this.#waiting.values().some((delivery) => this.#isDue(delivery))
  }

  #pump(): JournalDelivery[] {
    const started: JournalDelivery[] = []
    for (const delivery of this.#waiting) {
      if (this.#stopping.signal.aborted || this.#underWay.size >= CONCURRENT) break
      if (!this.#isDue(delivery)) continue
      this.#waiting.delete(delivery)
      started.push(delivery)
      this.#start(delivery)
    }
    this.#schedule()
    return started
  }

  #start(delivery: JournalDelivery): void {
    const work = attempt(this.#post, delivery).then(() => {
      this.#underWay.delete(work)
      if (delivery.state === 'waiting') this.#waiting.add(delivery)
      this.#pumpIfAuto()
    })
    this.#underWay.add(work)
  }

  /** Wakes up for the next retry or delayed event; never keeps the process alive. */
  #schedule(): void {
    clearTimeout(this.#timer)
    if (this.#mode !== 'auto' || this.#stopping.signal.aborted || this.#underWay.size > 0) return
    const times = [...this.#waiting].map((delivery) => delivery.nextAttemptAt ?? 0)
    if (times.length === 0) return
    const restMs = Math.min(...times) - this.#post.world.clock.now()
    this.#timer = setTimeout(() => this.#pump(), Math.min(LONGEST_TIMER_MS, Math.max(1, restMs)))
    this.#timer.unref()
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
