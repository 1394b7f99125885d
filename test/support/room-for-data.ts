import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const enoughBytes = 4_000_000_000

/**
 * Where a database server of the tests keeps its data: in memory, where there is room for it. A run makes hundreds of
 * databases of some 400 files each; on a disk that takes half a second of processor a database, in memory a twentieth.
 */
export function roomForData(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enoughBytes ? memory : tmpdir()
  } catch {
    // Not Linux.
    return tmpdir()
  }
}
