const minute = 60_000
const hour = 60 * minute

/**
 * A record that a hint named but that cannot be seen: it may be a moment too early, or forged. So a look a minute at
 * most, and after an hour the record counts as gone.
 */
const notVisibleYet = [minute, 2 * minute, 10 * minute, hour]

/** Everything else that failed: soon at first, then patiently for two weeks. */
const others = [
  minute,
  5 * minute,
  15 * minute,
  hour,
  4 * hour,
  ...Array.from({ length: 54 }, () => 6 * hour),
]

/** When a failed line is looked at again (UTC instant) after that many failures; null: a person has to. */
export function nextTryAt(input: { cause: string; attempts: number; now: Date }): Date | null {
  const delays = input.cause === 'not_visible_yet' ? notVisibleYet : others
  const delayMs = delays[input.attempts - 1]
  return delayMs === undefined ? null : new Date(input.now.getTime() + delayMs)
}

/** After this many looks a record that cannot be seen counts as gone. */
export const looksBeforeGone = notVisibleYet.length
