import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Disk, errors } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { NotFoundError } from '../errors.ts'
import type { Bytes, Files, StoredFile } from './files.ts'

/** Where files are written until they are whole; on the same disk, so that moving one is a single step. */
const draftsFolder = '.drafts'

/**
 * Files in a folder that only this user can read. NOTE: reading and removing is flydrive's; writing is not, because it
 * writes straight to the final name and its move is a copy: a kill would leave half a file that looks whole.
 */
export function createFolderFiles(folder: string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const drafts = join(folder, draftsFolder)
  return {
    async put(key, bytes) {
      const path = join(folder, checkedKey(key))
      await makeFolder(drafts)
      const draft = join(drafts, randomUUID())
      try {
        const stored = await writeDraft(draft, bytes)
        await makeFolder(dirname(path))
        await rename(draft, path)
        await syncFolder(dirname(path))
        return stored
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async open(key) {
      try {
        const { contentLength } = await disk.getMetaData(checkedKey(key))
        return { bytes: await disk.getStream(key), sizeBytes: contentLength }
      } catch (error) {
        if (isAbsent(error)) throw new NotFoundError('The file is no longer there')
        throw error
      }
    },
    remove: (key) => disk.delete(checkedKey(key)),
    removeUnfinished: (before) => removeOlder(drafts, before),
  }
}

const keyForm = /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)+$/

/** A key of another form is our bug, and must never become a path. */
function checkedKey(key: string): string {
  if (!keyForm.test(key)) throw new Error(`"${key}" is no key of a file`)
  return key
}

async function writeDraft(draft: string, bytes: Bytes): Promise<StoredFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(draft, 'wx', 0o600)
  try {
    for await (const part of bytes) {
      hash.update(part)
      sizeBytes += part.byteLength
      await writeAll(file, part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}

/** A disk that is nearly full takes a part of what it is given, without an error. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let offset = 0; offset < part.byteLength; ) {
    const { bytesWritten } = await file.write(part, offset)
    offset += bytesWritten
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** The new name is on the disk too. Windows has no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeOlder(drafts: string, before: Date): Promise<number> {
  const names = await readdir(drafts).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const path = join(drafts, name)
    const draft = await stat(path).catch(() => undefined)
    if (!draft || draft.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

/** flydrive wraps what the file system says. */
function isAbsent(error: unknown): boolean {
  const cause = error instanceof errors.E_CANNOT_GET_METADATA ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
