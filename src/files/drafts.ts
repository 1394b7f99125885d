import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes, StoredFile } from './files.ts'

/** A file that is written whole before it counts; whoever takes it over moves it away or has it removed. */
export type Draft = StoredFile & {
  path: string
  /** In base64, for stores that check what they receive; undefined unless asked for. */
  md5: string | undefined
}

export type Drafts = {
  /** Writes the bytes to a file of its own and gives it to the work; the file is gone afterwards, whatever happens. */
  use<T>(bytes: Bytes, work: (draft: Draft) => Promise<T>): Promise<T>
  /** Takes away what was begun before this instant and never finished. Gives how many. */
  removeOlder(before: Date): Promise<number>
}

/** Files on their way in, in a folder that only this user can read. Memory does not grow with their size. */
export function createDrafts(folder: string, options: { withMd5?: boolean } = {}): Drafts {
  return {
    async use(bytes, work) {
      await makeFolder(folder)
      const path = join(folder, randomUUID())
      try {
        return await work({ path, ...(await writeDraft(path, bytes, options)) })
      } finally {
        await rm(path, { force: true })
      }
    },
    removeOlder: (before) => removeOlder(folder, before),
  }
}

/** Makes the folder, and those above it, readable by this user only. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

async function writeDraft(
  path: string,
  bytes: Bytes,
  { withMd5 }: { withMd5?: boolean },
): Promise<Omit<Draft, 'path'>> {
  const sha256 = createHash('sha256')
  const md5 = withMd5 ? createHash('md5') : undefined
  let sizeBytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const part of bytes) {
      sha256.update(part)
      md5?.update(part)
      sizeBytes += part.byteLength
      await writeAll(file, part)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: sha256.digest('hex'), md5: md5?.digest('base64') }
}

/** A disk that is nearly full takes a part of what it is given, without an error. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let offset = 0; offset < part.byteLength; ) {
    const { bytesWritten } = await file.write(part, offset)
    offset += bytesWritten
  }
}

async function removeOlder(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const path = join(folder, name)
    const draft = await stat(path).catch(() => undefined)
    if (!draft || draft.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
