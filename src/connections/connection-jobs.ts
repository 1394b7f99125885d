import { defineJob } from '../jobs/index.ts'

export type ConnectionJobData = { creditorId: string; connectionId: string }

/** Makes the webhooks at the CRM what the switches want. One waiting and one running for a connection is enough. */
export const keepWebhooksJob = defineJob<ConnectionJobData>('keep-webhooks', 'stately')

/** Tells the administrators that a person has to connect again. */
export const sendReconnectMailJob = defineJob<ConnectionJobData>('send-reconnect-mail')
