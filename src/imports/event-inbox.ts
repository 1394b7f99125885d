import { type Context, forAllCreditors, forCreditor, inTransaction } from '../context.ts'
import { SourceUnavailableError } from '../errors.ts'
import { drainEventsJob } from './event-jobs.ts'
import { type IncomingEvent, insertEvents } from './event-table.ts'

/** Takes in what a CRM pushes. Owns its queue of waiting requests; nothing accepted lives only there. */
export type EventInbox = {
  /**
   * Resolves when the event is stored for good. All requests that wait at the same moment are stored with one
   * insert (group commit). Throws SourceUnavailableError when the database fails or takes over five seconds, so
   * that the sender tries again.
   */
  accept(event: IncomingEvent): Promise<void>
}

const commitWithinMs = 5_000
const eventsPerGroup = 500
/** Requests that may wait in memory, and their text in all; past it the sender is asked to come again. */
const waitingAtMost = 10_000
const waitingCharactersAtMost = 16 * 1024 * 1024

type Waiting = { event: IncomingEvent; stored: () => void; failed: (error: unknown) => void; since: number }

/** One inbox a process. */
export function createEventInbox(ctx: Context): EventInbox {
  const waiting: Waiting[] = []
  let isStoring = false
  let waitingCharacters = 0

  /** One group at a time: two would only wait for each other where they ask for the same job. */
  async function storeGroups(): Promise<void> {
    isStoring = true
    while (waiting.length > 0) {
      const group = waiting.splice(0, eventsPerGroup)
      await storeGroup(ctx, group)
      waitingCharacters -= charactersOf(group)
    }
    isStoring = false
  }

  return {
    accept(event) {
      const isFull = waiting.length >= waitingAtMost || waitingCharacters >= waitingCharactersAtMost
      if (isFull) return Promise.reject(notStored('too many events wait'))
      waitingCharacters += event.body.length
      return withinLimit(
        new Promise<void>((stored, failed) => {
          waiting.push({ event, stored, failed, since: performance.now() })
          if (!isStoring) void storeGroups()
        }),
      )
    },
  }
}

function charactersOf(group: readonly Waiting[]): number {
  return group.reduce((sum, { event }) => sum + event.body.length, 0)
}

async function storeGroup(ctx: Context, group: readonly Waiting[]): Promise<void> {
  // A request that was already answered with "come again" is not stored behind its sender's back.
  const inTime = group.filter((item) => performance.now() - item.since < commitWithinMs)
  try {
    if (inTime.length > 0)
      await storeEvents(
        ctx,
        inTime.map((item) => item.event),
      )
    for (const item of inTime) item.stored()
  } catch (error) {
    ctx.log.error({ err: error, events: inTime.length }, 'events could not be stored')
    for (const item of inTime) item.failed(notStored('the database did not store it', error))
  }
}

/** The events and the job that works them off, in one transaction. */
function storeEvents(ctx: Context, events: readonly IncomingEvent[]): Promise<void> {
  const creditorIds = new Set(events.map((event) => event.creditorId))
  const [only] = creditorIds
  const scoped = creditorIds.size === 1 && only ? forCreditor(ctx, only) : forAllCreditors(ctx)
  return inTransaction(scoped, async (tx) => {
    await insertEvents(tx, events)
    const work = new Map(
      events.filter((event) => !event.ignoredFor).map((event) => [event.connectionId, event.creditorId]),
    )
    for (const [connectionId, creditorId] of work) {
      await tx.enqueue(drainEventsJob, { creditorId, connectionId }, { key: connectionId })
    }
  })
}

function withinLimit(stored: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(notStored('the database is slow')), commitWithinMs)
    stored.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function notStored(reason: string, cause?: unknown): SourceUnavailableError {
  return new SourceUnavailableError(`The event could not be stored: ${reason}`, {
    code: 'inbox_unavailable',
    cause,
  })
}
