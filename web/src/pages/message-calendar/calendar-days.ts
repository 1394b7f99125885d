/** Days of the calendar as `YYYY-MM-DD`, without a clock. */

/** The day so many days later, or earlier. */
export function dayAfter(day: string, days: number): string {
  return textOf(Date.parse(`${day}T00:00:00Z`) + days * dayMs)
}

/** The same day of another month, or its last one where it has no such day. */
export function dayInMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return textOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

export function laterDay(one: string, other: string): string {
  return [one, other].toSorted()[1] ?? one
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`
}

export function lastOfMonth(day: string): string {
  return dayAfter(firstOfMonth(dayInMonth(firstOfMonth(day), 1)), -1)
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The weeks of a month, Monday first; null where a week belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = firstOfMonth(month)
  const last = lastOfMonth(month)
  const weeks: (string | null)[][] = []
  for (let monday = dayAfter(first, -weekdayOf(first)); monday <= last; monday = dayAfter(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, at) => dayAfter(monday, at))
    weeks.push(days.map((day) => (day >= first && day <= last ? day : null)))
  }
  return weeks
}

/** Where a key leads from a day; undefined for a key that leads nowhere. */
export function dayByKey(key: string, day: string): string | undefined {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key]
  if (days !== undefined) return dayAfter(day, days)
  if (key === 'PageUp') return dayInMonth(day, -1)
  if (key === 'PageDown') return dayInMonth(day, 1)
  if (key === 'Home') return dayAfter(day, -weekdayOf(day))
  return key === 'End' ? dayAfter(day, 6 - weekdayOf(day)) : undefined
}

const dayMs = 86_400_000

function textOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
