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

/** Compares a connection with its CRM: since the last time, or over 35 days. */
export const reconcileJob = defineJob<{
  creditorId: string
  connectionId: string
  kind: 'reconcile' | 'nightly'
}>('reconcile', 'stately')

/** Every minute: asks for what is due at every connection, so that nothing rests on one lost job. */
export const tickImportsJob = defineJob<Record<string, never>>('tick-imports', 'stately')

/** Takes away what was kept for support only, and long enough. */
export const forgetOldCopiesJob = defineJob<Record<string, never>>('forget-old-copies', 'stately')

/** Asks for a reconcile at every connection that imports by itself. */
export const reconcileAllJob = defineJob<{ kind: 'reconcile' | 'nightly' }>('reconcile-all', 'stately')
