import { chmodSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canReach, handOver, type ServerPlace } from './server-place.ts'

/** Where the server can be reached: a folder with a socket, or a port of this machine only. */
export type ServerAddress = { kind: 'socket'; folder: string } | { kind: 'port'; port: number }

/** The longest socket path that Linux (107) and macOS (103) take, in bytes. */
const longestSocketPath = 103

export const socketPort = 5432

/** Sockets where the system has them; a free port of the loopback address, with a password, where not. */
export async function chooseAddress(place: ServerPlace, useSockets: boolean): Promise<ServerAddress> {
  if (!useSockets) return { kind: 'port', port: await findFreePort() }
  const inside = join(place.folder, 'socket')
  const folder = fits(inside) ? makePrivate(inside, place) : makeTemporary(place)
  return { kind: 'socket', folder }
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
}

function makePrivate(folder: string, place: ServerPlace): string {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700, recursive: true })
  handOver(folder, place.user)
  chmodSync(folder, 0o700)
  return folder
}

/** The path of the data folder is too long for a socket: a private folder with a short random name. */
function makeTemporary(place: ServerPlace): string {
  const parents = [tmpdir(), '/tmp'].filter((parent) => isUsable(parent, place))
  const parent = parents.find((candidate) => fits(join(candidate, 'vorder-XXXXXX'))) ?? '/tmp'
  return makePrivate(mkdtempSync(join(parent, 'vorder-')), place)
}

function isUsable(parent: string, place: ServerPlace): boolean {
  return existsSync(parent) && statSync(parent).isDirectory() && canReach(parent, place.user)
}

function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => found(port))
    })
  })
}
