/** What one contestant did in one round, by the name of the figure. */
export type Figures = Readonly<Record<string, number>>
/** All contestants of one round, by name. */
export type Round = Readonly<Record<string, Figures>>

/** Median and extremes over the rounds; `spread` is the largest over the smallest (1: no difference at all). */
export type Spread = { median: number; min: number; max: number; spread: number }

/** Names one figure of one contestant. */
export type FigureOf = { of: string; figure: string }

/**
 * What is hoped for: a figure, or its ratio to another one of the same round, held against a limit. With
 * `for: 'every round'` the worst round has to keep it (for "nothing lost"), else the median does.
 */
export type Aim = {
  name: string
  value: FigureOf
  over?: FigureOf
  atLeast?: number
  atMost?: number
  for?: 'every round'
}

export type AimResult = { aim: string; limit: string; ratio: boolean; isMet: boolean } & Spread

export type Summary = {
  figures: Record<string, Record<string, Spread>>
  aims: AimResult[]
  /** References whose own figure differed by more than two times between rounds. */
  noisy: string[]
  verdict: 'PASS' | 'FAIL' | 'machine too noisy'
}

export type SummariseInput = {
  rounds: readonly Round[]
  aims: readonly Aim[]
  /** The figures that tell how quiet the machine was: those of references, never our own. */
  steady: readonly FigureOf[]
}

const noisyAbove = 2

/** Holds the rounds against the aims. Ratios are taken inside each round, so that a slow minute hits both sides. */
export function summarise({ rounds, aims, steady }: SummariseInput): Summary {
  const results = aims.map((aim) => judge(rounds, aim))
  const noisy = steady
    .filter((each) => spreadOf(valuesOf(rounds, each)).spread > noisyAbove)
    .map(({ of, figure }) => `${of}.${figure}`)
  const isMet = results.every((result) => result.isMet)
  return {
    figures: figuresOf(rounds),
    aims: results,
    noisy,
    verdict: noisy.length > 0 ? 'machine too noisy' : isMet ? 'PASS' : 'FAIL',
  }
}

/** Median, extremes and their ratio. Throws when there is nothing to look at. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const [min] = sorted
  const max = sorted.at(-1)
  if (min === undefined || max === undefined) throw new Error('A spread needs at least one figure')
  const upper = sorted[sorted.length >> 1] ?? max
  const lower = sorted[(sorted.length - 1) >> 1] ?? min
  return { median: (lower + upper) / 2, min, max, spread: min === max ? 1 : max / min }
}

function judge(rounds: readonly Round[], aim: Aim): AimResult {
  const values = valuesOf(rounds, aim.value)
  const over = aim.over && valuesOf(rounds, aim.over)
  const spread = spreadOf(over ? values.map((value, index) => value / (over[index] ?? Number.NaN)) : values)
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = aim
  const [low, high] = aim.for === 'every round' ? [spread.min, spread.max] : [spread.median, spread.median]
  const limit = [
    Number.isFinite(atLeast) ? [`>= ${atLeast}`] : [],
    Number.isFinite(atMost) ? [`<= ${atMost}`] : [],
  ].flat()
  return {
    aim: aim.name,
    limit: limit.join(', '),
    ratio: over !== undefined,
    isMet: low >= atLeast && high <= atMost,
    ...spread,
  }
}

function valuesOf(rounds: readonly Round[], { of, figure }: FigureOf): number[] {
  return rounds.map((round) => {
    const value = round[of]?.[figure]
    if (value === undefined) throw new Error(`A round has no figure ${of}.${figure}`)
    return value
  })
}

function figuresOf(rounds: readonly Round[]): Summary['figures'] {
  const [first = {}] = rounds
  return Object.fromEntries(
    Object.entries(first).map(([of, figures]) => [
      of,
      Object.fromEntries(
        Object.keys(figures).map((figure) => [figure, spreadOf(valuesOf(rounds, { of, figure }))]),
      ),
    ]),
  )
}
