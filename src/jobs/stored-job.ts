import type { JobHistory } from './decide-retry.ts'

/** What lies in the queue: the data of the job, when it may start by our clock, and its earlier tries. */
export type StoredJob = {
  data: object
  startAt?: string | undefined
  failures?: number | undefined
  unavailableTries?: number | undefined
  unavailableSince?: string | undefined
}

/** A job as the queue hands it out. */
export type TakenJob = { id: string; name: string; data: StoredJob; singletonKey: string | null }

/** What lies in the queue of parked jobs. */
export type StoredParkedJob = {
  name: string
  job: StoredJob
  problem: string
  stack: string | undefined
  parkedAt: string
}

/** The queue of jobs that wait for a person. */
export const parkedQueue = 'parked'

/** The earlier tries of a job. */
export function historyOf(job: StoredJob): JobHistory {
  return {
    failures: job.failures ?? 0,
    unavailableTries: job.unavailableTries ?? 0,
    unavailableSince: job.unavailableSince === undefined ? undefined : new Date(job.unavailableSince),
  }
}
