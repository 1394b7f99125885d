/** The sandbox's own time. Everything in the sandbox (tokens, links, limits, retries) obeys it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** The calendar day in UTC, as YYYY-MM-DD. */
  today(): string
  set(instant: Date | string): void
  advance(ms: number): void
  onChange(listener: () => void): void
  /** Lets the work happen at another moment, such as the past of the seed. */
  during<T>(ms: number, work: () => T): T
}

/** Runs along with `now` and can be shifted; after a shift it keeps running from there. */
export function createClock(now: () => Date): Clock {
  const listeners: Array<() => void> = []
  let shiftMs = 0
  let pretended: number | null = null
  const current = () => pretended ?? now().getTime() + shiftMs
  function shift(ms: number): void {
    shiftMs += ms
    for (const listener of listeners) listener()
  }
  return {
    now: current,
    today: () => dayOf(current()),
    set: (instant) => shift(new Date(instant).getTime() - current()),
    advance: shift,
    onChange: (listener) => listeners.push(listener),
    during(ms, work) {
      pretended = ms
      try {
        return work()
      } finally {
        pretended = null
      }
    },
  }
}

/** The UTC calendar day of an instant in milliseconds. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The day `count` days after (or, negative, before) a day. */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000)
}
