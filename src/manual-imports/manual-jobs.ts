import { defineJob } from '../jobs/index.ts'

/** Goes on with a preview or an import by hand, at its cursor. */
export const manualImportJob = defineJob<{ creditorId: string; runId: string }>('manual-import', 'stately')

/** Sends a mail about imports. One of a mail at a time: what is found half sent is left over from a stop. */
export const sendImportMailJob = defineJob<{ creditorId: string; mailId: string }>(
  'send-import-mail',
  'stately',
)

/** Every hour: the daily digest of each business where it is morning. */
export const noteDigestsJob = defineJob<Record<string, never>>('note-digests', 'stately')

/** Takes away what runs by hand found, long after. */
export const forgetOldLinesJob = defineJob<Record<string, never>>('forget-old-lines', 'stately')
