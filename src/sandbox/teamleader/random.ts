/** Numbers and ids that depend on nothing but the seed, so that the same seed gives the same world. */
export type Random = {
  /** A float in [0, 1). */
  next(): number
  /** An integer in [from, to], both included. */
  between(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** A well-formed version 4 UUID. */
  uuid(): string
}

/** Mulberry32: tiny, fast and the same on every machine. Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next32(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => next32() / 4294967296
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick: (items) => pickFrom(items, between(0, items.length - 1)),
    chance: (probability) => next() < probability,
    uuid: () => uuidFrom([next32(), next32(), next32(), next32()]),
  }
}

function pickFrom<T>(items: readonly T[], at: number): T {
  const item = items[at]
  if (item === undefined) throw new Error('There is nothing to pick from an empty list')
  return item
}

function uuidFrom(words: number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
