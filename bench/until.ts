import { setTimeout as wait } from 'node:timers/promises'

type Patience = { everyMs?: number; givenUpAfterMs?: number }

/** Looks every `everyMs` until there is an answer. Throws after two and a half minutes, unless told otherwise. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  { everyMs = 20, givenUpAfterMs = 150_000 }: Patience = {},
): Promise<T> {
  const startedAt = performance.now()
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() - startedAt > givenUpAfterMs) throw new Error(`Waited in vain for ${what}`)
    await wait(everyMs)
  }
}
