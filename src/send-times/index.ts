export { nextSendTime, startOfSending } from './next-send-time.ts'
export { nextSendTimeOf } from './next-send-time-of.ts'
export { putOffWords } from './no-sending-words.ts'
export { type NoSending, type SendCalendar, whyPutOff } from './why-not-sent.ts'
