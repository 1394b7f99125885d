import { defineJob } from '../jobs/index.ts'

/** Leaves the notes of a connection that are due; asks for itself while there are more. */
export const leaveDueNotesJob = defineJob<{ creditorId: string; connectionId: string }>(
  'leave-due-notes',
  'stately',
)

/** Every five minutes: asks for the notes that are due, so that nothing rests on one lost job. */
export const tickNotesJob = defineJob<Record<string, never>>('tick-notes', 'stately')
