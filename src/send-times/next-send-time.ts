import type { CalendarDay } from '../values/index.ts'
import { type SendCalendar, whyNotSent } from './why-not-sent.ts'

/** Longer than any run of days without sending that a week and two calendars of holidays can make. */
const daysAhead = 30

/**
 * The first moment, at or after this one, at which reminders leave: on a send day that is no holiday and on which the
 * business is not closed, between the hours, in its zone (promise C2). The moment itself when it is one. Across a change of the clock the hours are those
 * that the clock on the wall shows.
 */
export function nextSendTime(from: Date, calendar: SendCalendar, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone)
  let day = zoned.toPlainDate()
  // A closed period is passed over in one step, and can have such a run of days before and after it.
  const steps = (daysAhead + 1) * (1 + (calendar.closedPeriods?.length ?? 0))
  for (let step = 0; step < steps; step += 1, day = day.add({ days: 1 })) {
    const reason = whyNotSent(day.toString(), calendar)
    if (reason?.cause === 'closed') day = Temporal.PlainDate.from(reason.period.until)
    if (reason) continue
    const [start, end] = [calendar.from, calendar.until].map((time) => instantOf(day, time, timeZone))
    // Where the clock jumps over the hours there is no time between them.
    if (start === undefined || end === undefined || from >= end || start >= end) continue
    return from < start ? start : from
  }
  throw new Error(`There is no day to send on from ${zoned.toPlainDate().toString()} on`)
}

/** When sending begins that day, or on the first day after it on which anything is sent. */
export function startOfSending(day: CalendarDay, calendar: SendCalendar, timeZone: string): Date {
  return nextSendTime(instantOf(Temporal.PlainDate.from(day), '00:00', timeZone), calendar, timeZone)
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds)
}
