import { defineJob } from '../jobs/index.ts'

/** Works off the waiting events of a connection: one runs, one may wait, more are not needed. */
export const drainEventsJob = defineJob<{ creditorId: string; connectionId: string }>(
  'drain-events',
  'stately',
)

/** Asks for `drain-events` again at a later moment, for hints that rest. */
export const wakeEventsJob = defineJob<{ creditorId: string; connectionId: string }>('wake-events', 'stately')

/** Looks again at the ledger lines of a connection whose next try has come. */
export const retryLinesJob = defineJob<{ creditorId: string; connectionId: string }>('retry-lines', 'stately')

/** Every minute: asks for what is due at every connection, so that nothing rests on one lost job. */
export const tickImportsJob = defineJob<Record<string, never>>('tick-imports', 'stately')
