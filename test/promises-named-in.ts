/** The ids that the first line of a test names: `// Promise B1, B2: booked comes in, paid stays out`. */
export function promisesNamedIn(text: string): string[] {
  const ids = /^\/\/ Promises? ([^:\n]+):/.exec(text)?.[1] ?? ''
  return ids.split(/,| and /).flatMap((id) => id.trim() || [])
}

/** Turns "this file names these" into "this promise is proved by these". */
export function journeysByPromise(named: { file: string; ids: string[] }[]): Map<string, string[]> {
  const journeys = new Map<string, string[]>()
  for (const { file, ids } of named) {
    for (const id of ids) journeys.set(id, [...(journeys.get(id) ?? []), file])
  }
  return journeys
}
