import { setTimeout as wait } from 'node:timers/promises'

const givenUpAfterMs = 150_000

/** Looks every `everyMs` until there is an answer. Throws after two and a half minutes. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, everyMs = 20): Promise<T> {
  const startedAt = performance.now()
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() - startedAt > givenUpAfterMs) throw new Error(`Waited in vain for ${what}`)
    await wait(everyMs)
  }
}
