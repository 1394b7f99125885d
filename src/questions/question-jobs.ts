import { defineJob } from '../jobs/index.ts'

/** Sends one question to the business, as the mail that it answers. */
export const sendQuestionJob = defineJob<{ creditorId: string; questionId: string }>(
  'send-question',
  'singleton',
)
