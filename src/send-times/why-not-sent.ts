import type { ClosedPeriod } from '../creditors/index.ts'
import type { HolidayCountry, SendTimes } from '../profiles/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { isHoliday } from './is-holiday.ts'

/** The send times of a profile, and when the business is closed. */
export type SendCalendar = SendTimes & { closedPeriods?: readonly ClosedPeriod[] }

/** Why nothing leaves by itself on a day. */
export type NoSending =
  | { cause: 'closed'; period: ClosedPeriod }
  | { cause: 'holiday'; country: HolidayCountry }
  | { cause: 'not_a_send_day' }

/** Why no reminder leaves that day; undefined when one can (promise C2). */
export function whyNotSent(day: CalendarDay, calendar: SendCalendar): NoSending | undefined {
  const period = calendar.closedPeriods?.find(({ from, until }) => from <= day && day <= until)
  if (period) return { cause: 'closed', period }
  const country = calendar.holidaysOf.find((candidate) => isHoliday(day, candidate))
  if (country) return { cause: 'holiday', country }
  const isSendDay = calendar.days.includes(Temporal.PlainDate.from(day).dayOfWeek)
  return isSendDay ? undefined : { cause: 'not_a_send_day' }
}

const weight = { closed: 3, holiday: 2, not_a_send_day: 1 } as const

/**
 * What put off a message that was due on `from` to `day`: the days right before it on which nothing leaves; of several reasons
 * the one that a person would name. Undefined when none of those days did.
 */
export function whyPutOff(
  { from, day }: { from: CalendarDay; day: CalendarDay },
  calendar: SendCalendar,
): NoSending | undefined {
  let found: NoSending | undefined
  for (let at = Temporal.PlainDate.from(day).subtract({ days: 1 }); at.toString() >= from; ) {
    const reason = whyNotSent(at.toString(), calendar)
    if (!reason) return found
    if (!found || weight[reason.cause] > weight[found.cause]) found = reason
    at = at.subtract({ days: 1 })
  }
  return found
}
