import { readFileSync } from 'node:fs'

/** The steps from top to bottom; rooms of one step do not know each other. */
export type Stairs = string[][]

/** Reads the stairs from the fenced block in `docs/architecture.md`, the one place that states them. */
export function readStairs(file: string): Stairs {
  const block = /```stairs\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8'))?.[1]
  if (!block) throw new Error(`${file} has no block of stairs.`)
  return block.split('->').map((step) =>
    step
      .replace(/[{}]/g, '')
      .split(',')
      .map((room) => room.trim()),
  )
}

/** How far down a room stands; the top is 0. Undefined for a room that is not on the stairs. */
export function stepOf(stairs: Stairs, room: string): number | undefined {
  const step = stairs.findIndex((rooms) => rooms.includes(room))
  return step === -1 ? undefined : step
}
