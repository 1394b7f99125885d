import type { Aim, FigureOf, Round } from './rounds.ts'

/** A benchmark that is set up: its rounds run one after the other, all contestants in each. */
export type RunningBench = {
  round(number: number): Promise<Round>
  stop(): Promise<void>
}

/** One benchmark: what it measures, how large it is unless told otherwise, and what is hoped for. */
export type Bench = {
  id: string
  title: string
  rounds: number
  /** Counts, by name; each can be set on the command line. */
  sizes: Readonly<Record<string, number>>
  aims: readonly Aim[]
  steady: readonly FigureOf[]
  /** Starts everything and warms it up. */
  start(sizes: Readonly<Record<string, number>>): Promise<RunningBench>
}

/** Things to end, in the reverse order of starting. */
export type Ending = {
  add<T extends { stop(): Promise<void> }>(started: T): T
  stop(): Promise<void>
}

/** Keeps what was started, so that one failure leaves no process behind. */
export function createEnding(): Ending {
  const started: { stop(): Promise<void> }[] = []
  return {
    add(one) {
      started.push(one)
      return one
    },
    async stop() {
      for (const one of started.splice(0).reverse()) await one.stop()
    },
  }
}
