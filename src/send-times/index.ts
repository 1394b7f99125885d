export { isHoliday } from './is-holiday.ts'
export { nextSendTime, startOfSending } from './next-send-time.ts'
