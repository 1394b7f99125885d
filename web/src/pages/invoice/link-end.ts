import { todayIn } from '../../parts/today-in.ts'

const dayMs = 86_400_000

/** The instant at which the day after this one begins where the business is: then a link whose last day it is has expired. */
export function dayAfterBegins(day: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`) + dayMs
  // What the clock there shows at that instant of UTC says how far apart they are; once more, where that changes in between.
  const first = wanted - aheadOf(wanted, timeZone)
  return new Date(wanted - aheadOf(first, timeZone)).toISOString()
}

/** The last whole day on which a link works that expires at this instant. */
export function lastDayBefore(instant: string, timeZone: string): string {
  return todayIn(timeZone, new Date(Date.parse(instant) - 1))
}

function aheadOf(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(new Date(instant))
  const [day = '', time = ''] = parts.split(', ')
  return Date.parse(`${day}T${time}Z`) - instant
}
