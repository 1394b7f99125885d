import { hash } from 'node:crypto'

/** Which line of a file was the first about something. */
export type SeenKeys = {
  /** Notes the keys for a line; gives the line that had one of them before, if it is another one (and notes nothing then). */
  claim(keys: readonly string[], line: number): number | undefined
  has(key: string): boolean
}

const firstSlots = 1 << 12

/**
 * Keys of a million rows in some forty megabytes: of each only 64 bits of its SHA-1 are kept, in one table. Two different
 * keys among a million would be taken for one less than once in ten million files.
 */
export function createSeenKeys(): SeenKeys {
  let slots = firstSlots
  let high = new Uint32Array(slots)
  let low = new Uint32Array(slots)
  let lines = new Uint32Array(slots)
  let count = 0

  function place(highBits: number, lowBits: number): number {
    let at = lowBits & (slots - 1)
    while (lines[at] !== 0 && (high[at] !== highBits || low[at] !== lowBits)) at = (at + 1) & (slots - 1)
    return at
  }

  function put(highBits: number, lowBits: number, line: number): void {
    const at = place(highBits, lowBits)
    if (lines[at] === 0) count += 1
    high[at] = highBits
    low[at] = lowBits
    lines[at] = line
  }

  function grow(): void {
    const old = { high, low, lines }
    slots *= 2
    high = new Uint32Array(slots)
    low = new Uint32Array(slots)
    lines = new Uint32Array(slots)
    count = 0
    for (const [at, line] of old.lines.entries()) {
      if (line !== 0) put(old.high[at] ?? 0, old.low[at] ?? 0, line)
    }
  }

  return {
    has: (key) => lines[place(...bitsOf(key))] !== 0,
    claim(keys, line) {
      const places = keys.map(bitsOf)
      for (const [highBits, lowBits] of places) {
        const other = lines[place(highBits, lowBits)] ?? 0
        if (other !== 0 && other !== line) return other
      }
      for (const [highBits, lowBits] of places) {
        if (count * 2 >= slots) grow()
        put(highBits, lowBits, line)
      }
      return undefined
    },
  }
}

function bitsOf(key: string): [number, number] {
  const bytes = hash('sha1', key, 'buffer')
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)]
}
