import type { Db } from '../db/index.ts'

/**
 * How many jobs of one key there may be. `standard`: any number. `singleton`: any number wait, one runs. `stately`:
 * one waits and one runs, so that asking again while one waits adds nothing, and asking while one runs adds
 * exactly one more.
 */
export type JobPolicy = 'standard' | 'singleton' | 'stately'

/** A kind of work, named like the verb that does it. `data` only carries the type. */
export type Job<T extends object> = {
  readonly name: string
  readonly policy: JobPolicy
  readonly data?: T
}

/** `startAt`: not before this instant. Higher `priority` goes first. */
export type EnqueueOptions = { key?: string; startAt?: Date; priority?: number }

/** Asks for work, in the transaction of the fact that needs it: both are stored, or neither. */
export type Enqueue = <T extends object>(job: Job<T>, data: T, options?: EnqueueOptions) => Promise<void>

export type JobQueue = { enqueuer(db: Db): Enqueue }

/** Work and what does it, made with `handle`. `atOnce` jobs run side by side in one process. */
export type JobHandler = {
  readonly job: Job<object>
  readonly run: (data: object) => Promise<void>
  readonly atOnce: number
}

/** Work that recurs: `every` is a cron expression (five fields) in the time zone, UTC when none is given. */
export type Schedule = {
  readonly name: string
  readonly every: string
  readonly timeZone?: string
  readonly job: Job<object>
  readonly data: object
}

/** A job that has not been done yet. `startAt` is absent when it may start at once. */
export type PendingJob = {
  name: string
  data: object
  key: string | undefined
  startAt: Date | undefined
  tries: number
  isRunning: boolean
}

/** A job that failed in a way that is our bug. It waits for a person. */
export type ParkedJob = {
  id: string
  name: string
  data: object
  problem: string
  stack: string | undefined
  parkedAt: Date
}

/** Names a kind of work. */
export function defineJob<T extends object>(name: string, policy: JobPolicy = 'standard'): Job<T> {
  return { name, policy }
}

/** Says which verb does the work. It has to be safe to run twice: a killed process makes that happen. */
export function handle<T extends object>(
  job: Job<T>,
  run: (data: T) => Promise<void>,
  options: { atOnce?: number } = {},
): JobHandler {
  return { job, run: (data) => run(data as T), atOnce: options.atOnce ?? 4 }
}
