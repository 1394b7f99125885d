import { defineJob } from '../jobs/index.ts'

/** Tells the CRM of the payments of a connection that are due; asks for itself while there are more. */
export const writeBackPaymentsJob = defineJob<{ creditorId: string; connectionId: string }>(
  'write-back-payments',
  'stately',
)

/** Every five minutes: asks for what is due, so that nothing rests on one lost job. */
export const tickWriteBacksJob = defineJob<Record<string, never>>('tick-write-backs', 'stately')

/** A payment was noted here or taken back: messages about its invoice are decided once more. Payments know nothing of them. */
export const notePaymentJob = defineJob<{ creditorId: string; invoiceId: string }>('note-payment', 'stately')
