import { readConfig } from '../config.ts'
import { openDatabase } from '../db/index.ts'
import { createJobs } from '../jobs/index.ts'
import { createLog } from '../log.ts'
import type { Environment } from './environment.ts'

/** Brings tables, roles and the job queue to what this program needs, and stops. */
export async function migrateOnly(env: Environment): Promise<void> {
  const config = readConfig(env)
  const log = createLog({ level: config.logLevel })
  const database = await openDatabase(config, log)
  try {
    const jobs = createJobs({ database, log, now: () => new Date() })
    await jobs.start()
    await jobs.stop()
    process.stdout.write('The database is up to date.\n')
  } finally {
    await database.close()
  }
}
