export { nextSendTime, startOfSending } from './next-send-time.ts'
