import { type Context, inTransaction } from '../context.ts'
import { confirmDue } from './confirm-due.ts'
import { type DueMessage, listDue, putOff } from './due-messages.ts'

type Confirmed = DueMessage & { confirmedAtMs: number }

/** One run through the due messages of a connection: what waits for its turn, and what was learnt on the way. */
export type SendingRun = {
  ctx: Context
  connectionId: string
  /** Their invoices were read from the CRM a moment ago. */
  waiting: Confirmed[]
  /** The recipient's domain of each that is on its way, by its id. */
  underWay: Map<string, string>
  /** Domains that left us without an answer. */
  silent: Set<string>
  /** How often the server said "later" since it last took a message. */
  deferredInARow: number
  looks: number
  isFed: boolean
  feeding: Promise<void> | undefined
  /** Those who wait until a message is over or more are read. */
  sleeping: (() => void)[]
  /** Something is due that this run leaves for the next one. */
  hasMore: boolean
  isStopped: boolean
  failure: Error | undefined
}

/** One call of the CRM reads so many. */
const perLook = 100
/** Then the work goes to the end of the queue, and other connections have their turn. */
const looksAtMost = 20
/** The next are read while these leave, so that nobody waits for the CRM. */
const refillBelow = 50
/** A look at the CRM counts for so long. */
const confirmedForMs = 15_000
/** Beside others no more of one domain are on their way at once: a server that hangs on one holds nobody else up. */
const perDomain = 3
const silentForMs = 5 * 60_000

export function startRun(ctx: Context, connectionId: string): SendingRun {
  return {
    ctx,
    connectionId,
    waiting: [],
    underWay: new Map(),
    silent: new Set(),
    deferredInARow: 0,
    looks: 0,
    isFed: false,
    feeding: undefined,
    sleeping: [],
    hasMore: false,
    isStopped: false,
    failure: undefined,
  }
}

/** The next one to send, marked as under way; undefined when this run has none any more. */
export async function takeNext(run: SendingRun): Promise<DueMessage | undefined> {
  for (;;) {
    if (run.isStopped) return undefined
    if (run.waiting.length < refillBelow && !run.isFed) feed(run)
    const at = chooseNext(run)
    const [message] = at === -1 ? [] : run.waiting.splice(at, 1)
    if (!message) {
      if (run.waiting.length > 0) await untilSomethingMoves(run)
      else if (run.feeding) await run.feeding
      else return undefined
    } else if (performance.now() - message.confirmedAtMs > confirmedForMs) {
      // It stays due, and is read from the CRM anew.
      run.hasMore = true
    } else {
      run.underWay.set(message.id, message.domain)
      return message
    }
  }
}

/** It is not under way any more, whatever became of it. */
export function finish(run: SendingRun, { id }: DueMessage): void {
  run.underWay.delete(id)
  wakeAll(run)
}

function wakeAll({ sleeping }: SendingRun): void {
  for (const wake of sleeping.splice(0)) wake()
}

function untilSomethingMoves({ sleeping }: SendingRun): Promise<void> {
  return new Promise((wake) => sleeping.push(wake))
}

/** The first whose domain has a line to spare. While nothing of any other domain is under way it has all of them. */
function chooseNext({ waiting, underWay }: SendingRun): number {
  const busy = new Map<string, number>()
  for (const domain of underWay.values()) busy.set(domain, (busy.get(domain) ?? 0) + 1)
  const isAlone = (domain: string) => busy.size === 1 && waiting.every((other) => other.domain === domain)
  return waiting.findIndex(({ domain }) => (busy.get(domain) ?? 0) < perDomain || isAlone(domain))
}

/** Reads more in the background, one look at a time. */
function feed(run: SendingRun): void {
  run.feeding ??= look(run)
    .catch((error: unknown) => breakOff(run, error))
    .finally(() => {
      run.feeding = undefined
      wakeAll(run)
    })
}

/** Nothing more is begun; what is on its way comes to its end. */
export function breakOff(run: SendingRun, error: unknown): void {
  run.failure ??= error instanceof Error ? error : new Error(String(error))
  run.isStopped = true
}

async function look(run: SendingRun): Promise<void> {
  const { ctx, connectionId } = run
  const without = [...run.underWay.keys(), ...run.waiting.map(({ id }) => id)]
  const due = await inTransaction(ctx, async (tx) => {
    const found = await listDue(tx, { connectionId, limit: perLook, without })
    const isSilent = ({ domain }: DueMessage) => run.silent.has(domain)
    await putOffUntilItAnswers(run, tx, found.filter(isSilent))
    return found
  })
  run.looks += 1
  if (due.length < perLook) run.isFed = true
  else if (run.looks === looksAtMost) {
    run.isFed = true
    run.hasMore = true
  }
  const confirmedAtMs = performance.now()
  const asked = due.filter(({ domain }) => !run.silent.has(domain))
  const confirmed = await confirmDue(ctx, connectionId, asked)
  if (confirmed) run.waiting.push(...confirmed.map((message) => ({ ...message, confirmedAtMs })))
  else run.isFed = true
}

/** Of a domain that left us without an answer the others come later: each of them could take as long. */
export async function passOver(run: SendingRun, domain: string): Promise<void> {
  run.silent.add(domain)
  const left = run.waiting.filter((message) => message.domain === domain)
  run.waiting = run.waiting.filter((message) => message.domain !== domain)
  await inTransaction(run.ctx, (tx) => putOffUntilItAnswers(run, tx, left))
}

function putOffUntilItAnswers(
  { ctx }: SendingRun,
  tx: Parameters<typeof putOff>[0],
  messages: readonly DueMessage[],
): Promise<void> {
  const ids = messages.map(({ id }) => id)
  return putOff(tx, ids, new Date(ctx.now().getTime() + silentForMs))
}
