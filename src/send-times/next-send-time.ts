import type { SendTimes } from '../profiles/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { isHoliday } from './is-holiday.ts'

/** Longer than any run of days without sending that a week and two calendars of holidays can make. */
const daysAhead = 30

/**
 * The first moment, at or after this one, at which reminders leave: on a send day that is no holiday, between the hours, in
 * the zone of the business (promise C2). The moment itself when it is one. Across a change of the clock the hours are those
 * that the clock on the wall shows.
 */
export function nextSendTime(from: Date, sendTimes: SendTimes, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone)
  const firstDay = zoned.toPlainDate()
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = firstDay.add({ days: ahead })
    if (!isSendDay(day, sendTimes)) continue
    const [start, end] = [sendTimes.from, sendTimes.until].map((time) => instantOf(day, time, timeZone))
    // Where the clock jumps over the hours there is no time between them.
    if (start === undefined || end === undefined || from >= end || start >= end) continue
    return from < start ? start : from
  }
  throw new Error(`There is no day to send on within ${daysAhead} days of ${firstDay.toString()}`)
}

/** When sending begins that day, or on the first day after it on which anything is sent. */
export function startOfSending(day: CalendarDay, sendTimes: SendTimes, timeZone: string): Date {
  return nextSendTime(instantOf(Temporal.PlainDate.from(day), '00:00', timeZone), sendTimes, timeZone)
}

function isSendDay(day: Temporal.PlainDate, { days, holidaysOf }: SendTimes): boolean {
  return days.includes(day.dayOfWeek) && !holidaysOf.some((country) => isHoliday(day.toString(), country))
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds)
}
