const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** A record that a hint named but that cannot be seen: lists can lag, so the first looks follow quickly. */
const notVisibleYet = [5 * second, 30 * second, 2 * minute, 10 * minute]

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
