import type { Database } from '../db/index.ts'

/**
 * Each run keeps a connection of the owner's pool busy with its lock, however long it works. The queue itself asks with
 * the same pool, also when a webhook is stored: so runs may take this many of its connections and never all.
 */
const runsAtOnce = 12

type Slots = { taken: number; waiting: (() => void)[] }

const slotsOfDatabase = new WeakMap<Database, Slots>()

/** Waits for one of the places of this process, first come first served. Gives what gives the place back. */
export async function takeRunSlot(database: Database): Promise<() => void> {
  const slots = slotsOfDatabase.getOrInsertComputed(database, () => ({ taken: 0, waiting: [] }))
  if (slots.taken < runsAtOnce) slots.taken += 1
  else await new Promise<void>((next) => slots.waiting.push(next))
  return () => {
    const next = slots.waiting.shift()
    // The place goes from one run to the next without being free in between.
    if (next) next()
    else slots.taken -= 1
  }
}
