import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/db/index.ts'
import { createLog } from '../../src/log.ts'
import { roomForData } from './room-for-data.ts'
import { runOn, withDatabase } from './test-database.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  export interface ProvidedContext {
    /** The server of this run; its path names the maintenance database. */
    testServerUrl: string
    /** The migrated database that every test database is a copy of. */
    testTemplate: string
  }
}

/**
 * One PostgreSQL for the whole run: TEST_DATABASE_URL (a login that may create databases and roles), else an
 * embedded one in a temporary folder. Makes the template once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer(process.env.TEST_DATABASE_URL)
  const template = `template_${process.pid}`
  await makeTemplate(server.url, template)
  project.provide('testServerUrl', server.url)
  project.provide('testTemplate', template)
  return async () => {
    await runOn(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

const folderPrefix = 'vorder-test-server-'

type Server = { url: string; stop(): Promise<void> }

async function findServer(given: string | undefined): Promise<Server> {
  if (given) return { url: given, stop: async () => {} }
  const room = roomForData()
  removeLeftovers(room)
  const dataFolder = mkdtempSync(join(room, `${folderPrefix}${process.pid}-`))
  chmodSync(dataFolder, 0o711)
  const config = readConfig({ VORDER_DATA_FOLDER: dataFolder })
  const database = await openDatabase(config, createLog({ level: 'warn' }), { migrate: false })
  // The data of the tests need not outlive the machine's power; what Vorder's own server promises has its own test.
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await database.owner.query(`alter system set ${name} = off`)
  await database.owner.query('select pg_reload_conf()')
  const { host, user } = database.owner.options
  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host ?? '')}`,
    async stop() {
      await database.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

/** A run that was killed leaves its server behind; the next run stops it and removes its folder. */
function removeLeftovers(room: string): void {
  for (const name of readdirSync(room).filter((entry) => entry.startsWith(folderPrefix))) {
    const owner = Number(name.slice(folderPrefix.length).split('-')[0])
    if (!owner || isAlive(owner)) continue
    const folder = join(room, name)
    try {
      const server = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
      if (server > 0 && readFileSync(`/proc/${server}/comm`, 'utf8').trim() === 'postgres')
        process.kill(server, 'SIGQUIT')
    } catch {
      // It has stopped already, or it is somebody else's.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** With our tables and every queue, as the first start of Vorder leaves them. */
async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await runOn(serverUrl, `drop database if exists ${template} with (force)`)
  await runOn(serverUrl, `create database ${template}`)
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-test-template-'))
  const config = readConfig({
    VORDER_DATA_FOLDER: dataFolder,
    VORDER_PORT: '0',
    DATABASE_URL: withDatabase(serverUrl, template),
  })
  const app = await createApp(config, { log: createLog({ level: 'warn' }) })
  await app.start({ work: false })
  await app.stop()
  rmSync(dataFolder, { recursive: true })
}
