import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Disk, errors } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { NotFoundError } from '../errors.ts'
import { checkedKey } from './checked-key.ts'
import { createDrafts, makeFolder } from './drafts.ts'
import type { Files } from './files.ts'

/** Where files are written until they are whole; on the same disk, so that moving one is a single step. */
const draftsFolder = '.drafts'

/**
 * Files in a folder that only this user can read. NOTE: reading and removing is flydrive's; writing is not, because it
 * writes straight to the final name and its move is a copy: a kill would leave half a file that looks whole.
 */
export function createFolderFiles(folder: string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const drafts = createDrafts(join(folder, draftsFolder))
  return {
    async put(key, bytes) {
      const path = join(folder, checkedKey(key))
      return drafts.use(bytes, async ({ path: draft, sizeBytes, sha256 }) => {
        await makeFolder(dirname(path))
        await rename(draft, path)
        await syncFolder(dirname(path))
        return { sizeBytes, sha256 }
      })
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
    remove: async (key) => disk.delete(checkedKey(key)),
    removeUnfinished: (before) => drafts.removeOlder(before),
    async verify() {
      try {
        return await drafts.use([Buffer.from('check')], async () => ({ ok: true }) as const)
      } catch (error) {
        return { ok: false, code: 'refused', detail: error instanceof Error ? error.message : String(error) }
      }
    },
  }
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

/** flydrive wraps what the file system says. */
function isAbsent(error: unknown): boolean {
  const cause = error instanceof errors.E_CANNOT_GET_METADATA ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
