import { defineJob } from '../jobs/index.ts'

/** Tells the CRM of the payments of a connection that are due; asks for itself while there are more. */
export const writeBackPaymentsJob = defineJob<{ creditorId: string; connectionId: string }>(
  'write-back-payments',
  'stately',
)

/** Every five minutes: asks for what is due, so that nothing rests on one lost job. */
export const tickWriteBacksJob = defineJob<Record<string, never>>('tick-write-backs', 'stately')
