import { hash } from 'node:crypto'

/** A list that keeps moving is read again, but not for ever: the file then says that somebody may be missing. */
const passesAtMost = 4

/** How many rows one reading of a list met, and which ones in which order, as a hash. */
type Trail = { rows: number; trail: string }

/** One reading of a list from its first page on, beside the one before it. */
export type ListPass = Trail & {
  number: number
  before: Trail | null
  /** Whether it met first what the reading before it met in all; null as long as it did not come so far. */
  isSame: boolean | null
}

export function firstPass(): ListPass {
  return { number: 1, rows: 0, trail: '', before: null, isSame: null }
}

export function nextPass({ number, rows, trail }: ListPass): ListPass {
  return { ...firstPass(), number: number + 1, before: { rows, trail } }
}

/** The reading with one more page of it. */
export function withPage(pass: ListPass, ids: readonly string[]): ListPass {
  const after = { ...pass }
  for (const id of ids) {
    after.rows += 1
    after.trail = hash('sha1', `${after.trail}\n${id}`)
    if (after.rows === pass.before?.rows) after.isSame = after.trail === pass.before.trail
  }
  return after
}

/**
 * Rows come in the order in which they were added, so a list moves only when one is deleted: all behind it move up, and
 * one can slip between two pages. Nothing slipped when the list came in one answer, or when the next reading begins with
 * all that the one before it met: then nothing that was met had been deleted.
 */
export function decidePass(pass: ListPass, pageCount: number): 'steady' | 'again' | 'moving' {
  if (pageCount === 1 || pass.isSame) return 'steady'
  return pass.number < passesAtMost ? 'again' : 'moving'
}
