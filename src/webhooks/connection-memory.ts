import { createHash } from 'node:crypto'
import type { Connection } from '../connections/index.ts'

const keepMs = 1_000
const keepAtMost = 1_000

type Kept = { connection: Promise<Connection | undefined>; until: number }

/**
 * Remembers for a second which connection a secret belongs to, so that a burst of events is one look at the database.
 * Secrets are kept as hashes; a flood of wrong ones takes no more room than a thousand of them.
 */
export function createConnectionMemory(look: (secret: string) => Promise<Connection | undefined>) {
  const kept = new Map<string, Kept>()
  return {
    find(secret: string): Promise<Connection | undefined> {
      const key = createHash('sha256').update(secret).digest('base64')
      const known = kept.get(key)
      if (known && known.until > performance.now()) return known.connection
      if (kept.size >= keepAtMost) kept.clear()
      const connection = look(secret)
      kept.set(key, { connection, until: performance.now() + keepMs })
      // A failed look is not remembered: the next event asks again.
      connection.catch(() => kept.delete(key))
      return connection
    },
  }
}
