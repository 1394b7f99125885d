import { PgBoss } from 'pg-boss'
import type { Database } from '../db/index.ts'
import type { Log } from '../log.ts'
import { bossDatabaseOf } from './boss-database.ts'
import { drainQueues } from './drain-queues.ts'
import { enqueuerIn } from './enqueue-in.ts'
import { installQueues } from './install-queues.ts'
import type { JobHandler, JobQueue, ParkedJob, PendingJob, Schedule } from './job.ts'
import { listParked, listPending } from './list-jobs.ts'
import type { RunOptions } from './settle-job.ts'
import { workQueues } from './work-queues.ts'

export type JobsOptions = { database: Database; log: Log; now: () => Date }

/** The durable queue of this installation: what is asked for here is done, by whatever process is alive. */
export type Jobs = JobQueue & {
  /** All work and all recurring work; before `start`. */
  register(handlers: readonly JobHandler[], schedules: readonly Schedule[]): void
  /** Installs or migrates the queue and makes it know all work. Nothing runs yet. */
  start(): Promise<void>
  /** Starts to do the work, and what recurs. */
  work(): Promise<void>
  /** Lets running jobs finish for up to ten seconds; what does not finish returns to the queue. */
  stop(): Promise<void>
  /**
   * For tests and the command line, while `work` was not called: does every job that is due (by `until`, else by
   * our clock) in this process, also those that are asked for meanwhile. Gives the number of tries.
   */
  drain(options?: { until?: Date; without?: readonly string[] }): Promise<number>
  /** Asks for the work of a schedule now. Throws when there is no schedule of that name. */
  runSchedule(name: string): Promise<void>
  pending(): Promise<PendingJob[]>
  /** Jobs that failed by a bug of ours, newest first. */
  parked(): Promise<ParkedJob[]>
}

/** Jobs in the given database; see `Jobs`. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, log, now } = options
  const handlers = new Map<string, JobHandler>()
  const schedules = new Map<string, Schedule>()
  const boss = createBoss(database, log)
  const runOptions: RunOptions = { boss, log, now, database }
  let working: PgBoss | undefined
  let isStarted = false

  return {
    enqueuer: (db) => enqueuerIn(boss, db),
    register(newHandlers, newSchedules) {
      for (const handler of newHandlers) handlers.set(handler.job.name, handler)
      for (const schedule of newSchedules) schedules.set(schedule.name, schedule)
    },
    async start() {
      if (isStarted) return
      isStarted = true
      await boss.start()
      await installQueues({ boss, database, handlers, schedules })
    },
    async work() {
      working = createBoss(database, log, 'works')
      await working.start()
      await workQueues({ ...runOptions, boss: working }, [...handlers.values()])
    },
    async stop() {
      await working?.stop({ graceful: true, timeout: 10_000 })
      working = undefined
      if (isStarted) await boss.stop({ graceful: false })
      isStarted = false
    },
    async drain(drainOptions = {}) {
      if (working) throw new Error('Jobs are drained only where no workers run')
      const { until, without = [] } = drainOptions
      const wanted = [...handlers].filter(([name]) => !without.includes(name))
      return drainQueues(runOptions, new Map(wanted), () => until ?? now())
    },
    async runSchedule(name) {
      const schedule = schedules.get(name)
      if (!schedule) throw new Error(`There is no schedule ${name}`)
      await database.transaction({ kind: 'system' }, (db) =>
        enqueuerIn(boss, db)(schedule.job, schedule.data),
      )
    },
    pending: () => listPending(database),
    parked: () => listParked(database),
  }
}

/** Two instances: one only asks for work; the other one, of a process that works, also supervises. */
function createBoss(database: Database, log: Log, role?: 'works'): PgBoss {
  const works = role === 'works'
  const boss = new PgBoss({
    db: bossDatabaseOf(database),
    supervise: works,
    schedule: works,
    migrate: !works,
    useListenNotify: works,
    // With the heartbeats of `installQueues`: work of a killed process is back within half a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 5,
    maintenanceIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'))
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'the job queue warns'))
  return boss
}
