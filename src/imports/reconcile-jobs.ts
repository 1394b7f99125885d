import { defineJob } from '../jobs/index.ts'

/** Compares a connection with its CRM: since the last time, or over 35 days. */
export const reconcileJob = defineJob<{
  creditorId: string
  connectionId: string
  kind: 'reconcile' | 'nightly'
}>('reconcile', 'stately')

/** Asks for a reconcile at every connection that imports by itself. */
export const reconcileAllJob = defineJob<{ kind: 'reconcile' | 'nightly' }>('reconcile-all', 'stately')

/** Takes away what was kept for support only, and long enough. */
export const forgetOldCopiesJob = defineJob<Record<string, never>>('forget-old-copies', 'stately')
