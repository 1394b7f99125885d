import { defineJob } from '../jobs/index.ts'

/** Previews, imports or undoes an uploaded file, as its run says; it goes on where a stop left it. */
export const workOnFileJob = defineJob<{ creditorId: string; runId: string }>(
  'work-on-customer-file',
  'stately',
)
