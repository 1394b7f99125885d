import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readPostmasterFile } from './postmaster-file.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { handOver, type ServerPlace } from './server-place.ts'
import { type ServerAddress, socketPort } from './server-socket.ts'

/** What a start needs. */
export type Launch = { place: ServerPlace; binaries: ServerBinaries; address: ServerAddress }

const logLimitBytes = 10_000_000

/** Sane for a small machine. Nothing here weakens durability: fsync and synchronous_commit keep their defaults. */
const serverSettings: Readonly<Record<string, string>> = {
  max_connections: '200',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  unix_socket_permissions: '0700',
  idle_in_transaction_session_timeout: '300000',
}

/**
 * Starts the server as a process of its own that outlives this one. Resolves when it has written its lock (then it
 * can be asked), or when it gave up: with the reason in its own words.
 */
export async function launchServer({ place, binaries, address }: Launch): Promise<string | undefined> {
  const logFile = join(place.folder, 'postgres.log')
  const output = openLog(logFile, place)
  const sizeBefore = statSync(logFile).size
  const child = spawn(binaries.postgres, ['-D', place.dataFolder, ...argumentsFor(address)], {
    env: binaries.env,
    cwd: place.dataFolder,
    detached: true,
    stdio: ['ignore', output, output],
    ...place.user,
  })
  closeSync(output)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  let isLaunching = true
  child.once('exit', () => {
    if (isLaunching) ended ??= lastFatalLine(logFile, sizeBefore)
  })
  child.unref()
  while (ended === undefined && readPostmasterFile(place.dataFolder)?.pid !== child.pid) await delay(10)
  isLaunching = false
  return ended
}

function argumentsFor(address: ServerAddress): string[] {
  const where: Record<string, string> =
    address.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: address.folder, port: String(socketPort) }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(address.port) }
  return Object.entries({ ...serverSettings, ...where }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
}

function openLog(file: string, place: ServerPlace): number {
  if (existsSync(file) && statSync(file).size > logLimitBytes) renameSync(file, `${file}.1`)
  const output = openSync(file, 'a', 0o600)
  handOver(file, place.user)
  return output
}

function lastFatalLine(file: string, from: number): string {
  const said = readFileSync(file, 'utf8').slice(from).trim().split('\n')
  const line = said.findLast((text) => text.includes('FATAL') || text.includes('PANIC')) ?? said.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC):\s*/, '') || 'it ended without a word'
}
