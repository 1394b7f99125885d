const minute = 60_000
const hour = 60 * minute

/** A mail server that does not take a message gets it again after 1, 5, 15 and 60 minutes, then every 4 hours for 3 days. */
const delays = [minute, 5 * minute, 15 * minute, hour, ...Array.from({ length: 18 }, () => 4 * hour)]

/** When a message that certainly did not leave is tried again; null when that is over and a person is asked. */
export function nextMailTry(input: { attempts: number; now: Date }): Date | null {
  const delayMs = delays[input.attempts - 1]
  return delayMs === undefined ? null : new Date(input.now.getTime() + delayMs)
}
