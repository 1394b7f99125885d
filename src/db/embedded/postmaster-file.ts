import { linkSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ServerAddress, socketPort } from './server-socket.ts'

const socketLockName = `.s.PGSQL.${socketPort}.lock`

/** What a running server says of itself in `postmaster.pid`. */
export type RunningServer = { pid: number; address: ServerAddress }

/** Reads `postmaster.pid`; undefined when there is none or it is still being written. The server may be dead. */
export function readPostmasterFile(dataFolder: string): RunningServer | undefined {
  const lines = readIfThere(join(dataFolder, 'postmaster.pid'))?.split('\n') ?? []
  const [pid, , , port, socketFolder, host] = lines
  const number = Number(pid)
  if (!Number.isSafeInteger(number) || number <= 0 || lines.length < 6) return undefined
  if (socketFolder) return { pid: number, address: { kind: 'socket', folder: socketFolder } }
  return host ? { pid: number, address: { kind: 'port', port: Number(port) } } : undefined
}

/** Does this process run, and is it (as far as can be seen) the server of this folder? */
export function isServerOf(dataFolder: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder
  } catch (error) {
    // Not ours to look at: then only its name can tell. A process without a folder is dead and not yet buried.
    const isHidden = error instanceof Error && 'code' in error && error.code === 'EACCES'
    return isHidden && readIfThere(`/proc/${pid}/comm`)?.trim() === 'postgres'
  }
}

/** Is there a process with this number? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * PostgreSQL recovers a lock of a dead process by itself, but not one whose number a stranger has now. Takes that
 * lock away, and puts it back when in the meantime it became the lock of another server.
 */
export function removeStaleLock(dataFolder: string, stale: RunningServer): void {
  removeIfHeldBy(stale.pid, join(dataFolder, 'postmaster.pid'))
  if (stale.address.kind === 'socket') removeIfHeldBy(stale.pid, join(stale.address.folder, socketLockName))
}

function removeIfHeldBy(pid: number, lock: string): void {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  if (Number(readIfThere(aside)?.split('\n')[0]) !== pid) linkSync(aside, lock)
  rmSync(aside)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
