import { defineJob } from '../jobs/index.ts'

/** Every few minutes: asks for `complete-customers` where it has work, so that nothing rests on one lost job. */
export const tickCustomersJob = defineJob<Record<string, never>>('tick-customers', 'stately')

/** Refreshes the customers of a run that a person started, from where it stopped. */
export const refreshManyJob = defineJob<{ creditorId: string; runId: string }>(
  'refresh-many-customers',
  'stately',
)
