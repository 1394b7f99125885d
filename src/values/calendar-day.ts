import { InvalidInputError } from '../errors.ts'

/** A day on the calendar, `YYYY-MM-DD`: no clock, no zone. */
export type CalendarDay = string

/** Checks that the text is a day that exists (31 February does not). Throws InvalidInputError. */
export function parseCalendarDay(text: string): CalendarDay {
  const match = /^\d{4}-\d{2}-\d{2}$/.test(text)
  try {
    if (match) return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    throw new InvalidInputError(`"${text}" is not a day of the calendar`, [], 'invalid_day')
  }
  throw new InvalidInputError(`"${text}" is not a day of the form YYYY-MM-DD`)
}

/** Whether the text is a day that exists. */
export function isCalendarDay(text: string): boolean {
  try {
    return parseCalendarDay(text) === text
  } catch {
    return false
  }
}

/** The calendar day of an instant as people in that time zone see it. */
export function dayIn(timeZone: string, instant: Date): CalendarDay {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
