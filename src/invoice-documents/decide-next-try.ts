const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Promise B13: after 30 s, 2, 5, 15, 30 min, 1, 2, 4 h, then every 6 h for 14 days. */
const delays = [
  30 * second,
  2 * minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  ...Array.from({ length: 14 * 4 }, () => 6 * hour),
]

export type NextTry = { do: 'try_again'; at: Date } | { do: 'give_up' }

/** What follows when that many tries have failed, the last one now. Outages are not counted, so they prolong nothing. */
export function decideNextTry(input: { attempts: number; now: Date }): NextTry {
  const delayMs = delays[input.attempts - 1]
  if (delayMs === undefined) return { do: 'give_up' }
  return { do: 'try_again', at: new Date(input.now.getTime() + delayMs) }
}
