import { defineJob } from '../jobs/index.ts'

/** Sends the messages of a connection that are due, after another look at their invoices. One at a time a connection. */
export const sendMessagesJob = defineJob<{ creditorId: string; connectionId: string }>(
  'send-messages',
  'stately',
)

/** Every minute: asks for what is due at every connection, so that nothing rests on one lost job. */
export const tickMessagesJob = defineJob<Record<string, never>>('tick-messages', 'stately')
