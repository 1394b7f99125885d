export { webhooksDoor } from './webhooks-door.ts'
