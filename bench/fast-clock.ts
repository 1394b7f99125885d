/** A clock that runs so many times faster than the real one, from this instant on (in milliseconds since 1970). */
export type FastClock = { startedAt: number; timesFaster: number }

/** The present by a fast clock; two processes that are given the same one agree. */
export function nowOf({ startedAt, timesFaster }: FastClock): Date {
  return new Date(startedAt + (Date.now() - startedAt) * timesFaster)
}
