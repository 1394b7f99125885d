export { bouncesDoor } from './bounces-door.ts'
export { webhooksDoor } from './webhooks-door.ts'
