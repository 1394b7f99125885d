import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ConfigError } from '../../errors.ts'
import type { ServerBinaries } from './server-binaries.ts'
import { handOver, type ServerPlace } from './server-place.ts'

const run = promisify(execFile)

/** The login of the embedded server; it owns everything in it. */
export const serverLogin = 'vorder'

/**
 * Makes the data of a new server where there is none. It is built beside its place and moved there in one step, so
 * that a kill leaves no half folder and two first starts end with one. Throws ConfigError when what is there was
 * made by another PostgreSQL, or is not readable as a PostgreSQL folder.
 */
export async function initialiseData(place: ServerPlace, binaries: ServerBinaries): Promise<void> {
  if (hasContent(place)) return checkVersion(place, binaries)
  const draft = `${place.dataFolder}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  mkdirSync(draft, { mode: 0o700 })
  handOver(draft, place.user)
  try {
    await runInitdb(draft, place, binaries)
    moveIntoPlace(draft, place)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  checkVersion(place, binaries)
}

/** The password of the login; only asked for where the server listens on a port. */
export function readServerPassword(place: ServerPlace): string {
  return readFileSync(passwordFile(place), 'utf8').trim()
}

function hasContent(place: ServerPlace): boolean {
  try {
    return existsSync(place.dataFolder) && readdirSync(place.dataFolder).length > 0
  } catch (error) {
    throw unusable(place, error instanceof Error ? error.message : String(error))
  }
}

async function runInitdb(draft: string, place: ServerPlace, binaries: ServerBinaries): Promise<void> {
  const password = ensurePasswordFile(place)
  const args = ['-D', draft, '-U', serverLogin, `--pwfile=${password}`, '--auth-local=trust']
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    const who = place.user ?? {}
    await run(binaries.initdb, [...args, '--auth-host=scram-sha-256', '--no-instructions', ...encoding], {
      env: binaries.env,
      cwd: draft,
      ...who,
    })
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1)
    throw unusable(place, said || (error instanceof Error ? error.message : String(error)))
  }
}

function ensurePasswordFile(place: ServerPlace): string {
  const file = passwordFile(place)
  try {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    })
  } catch (error) {
    if (!existsSync(file)) throw error
  }
  handOver(file, place.user)
  return file
}

function passwordFile(place: ServerPlace): string {
  return join(place.folder, 'postgres.password')
}

function moveIntoPlace(draft: string, place: ServerPlace): void {
  try {
    renameSync(draft, place.dataFolder)
  } catch (error) {
    if (!hasContent(place)) throw error
  }
}

function checkVersion(place: ServerPlace, binaries: ServerBinaries): void {
  const file = join(place.dataFolder, 'PG_VERSION')
  if (!existsSync(file) || !statSync(file).isFile()) throw unusable(place, 'it is not a folder of PostgreSQL')
  const found = readFileSync(file, 'utf8').trim()
  if (Number(found) === binaries.majorVersion) return
  const remedy =
    Number(found) > binaries.majorVersion
      ? 'it was made by a newer Vorder; start that one'
      : 'it was made by an older Vorder; export it with that one and import it here'
  throw unusable(
    place,
    `its data is of PostgreSQL ${found}, this Vorder brings ${binaries.majorVersion}: ${remedy}`,
  )
}

function unusable(place: ServerPlace, why: string): ConfigError {
  return new ConfigError([`VORDER_DATA_FOLDER: the database in ${place.dataFolder} cannot be opened: ${why}`])
}
