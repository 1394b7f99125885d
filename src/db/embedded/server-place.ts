import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError } from '../../errors.ts'

/**
 * PostgreSQL refuses to run as root, and needs a user that the system knows. The first of these that exists owns
 * its files; an administrator who wants one of its own makes a user `vorder`.
 */
const serverUserNames = ['vorder', 'postgres', 'nobody']

/** The user that the server runs as; undefined means the user of this process. */
export type ServerUser = { uid: number; gid: number } | undefined

/** Where everything of the embedded server is: `folder` holds `data`, the libraries, the log and the socket. */
export type ServerPlace = { folder: string; dataFolder: string; user: ServerUser }

/**
 * Makes the folder of the embedded server ready: inside the data folder, except when this process is root and the
 * server's own user cannot reach that (a clone in /root, for example). Then it is a folder of its own under
 * /var/lib/vorder, and the file `postgres-is-in` in the data folder names it.
 */
export function prepareServerPlace(dataFolder: string): ServerPlace {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const folder =
      process.getuid?.() === 0 ? folderForRoot(realpathSync(dataFolder)) : realpathSync(dataFolder)
    const data = join(folder, 'postgres')
    return { folder, dataFolder: data, user: chooseUser(data) }
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([
      `VORDER_DATA_FOLDER is ${JSON.stringify(dataFolder)}: it cannot be used (${reason}); choose a folder that this user may write to`,
    ])
  }
}

/** Gives a file or folder to the server's user. */
export function handOver(path: string, user: ServerUser): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** Can the server's user reach this folder, by the rights of every folder above it? */
export function canReach(path: string, user: ServerUser): boolean {
  if (!user) return true
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : 0o001
    if (!(mode & bit)) return false
    if (at === dirname(at)) return true
  }
}

function chooseUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(data) ? statSync(data) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findServerUser()
}

function findServerUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = serverUserNames
    .map((name) => lines.find((line) => line[0] === name))
    .find((line) => line !== undefined)
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) }
}

function folderForRoot(dataFolder: string): string {
  const pointer = join(dataFolder, 'postgres-is-in')
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (canReach(dirname(dataFolder), findServerUser())) {
    // Others may pass through to what they own, and may not look around.
    chmodSync(dataFolder, 0o711)
    return dataFolder
  }
  const folder = join('/var/lib/vorder', Temporal.Now.instant().epochNanoseconds.toString(36))
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  try {
    writeFileSync(pointer, `${folder}\n`, { flag: 'wx' })
  } catch (error) {
    if (!existsSync(pointer)) throw error
  }
  return readFileSync(pointer, 'utf8').trim()
}
