import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { fileLimits } from '../file-limits.ts'
import { FileProblemError } from '../file-problem-error.ts'

/** The parts of a packed file, by name. */
export type Zip = {
  has(name: string): boolean
  /** The bytes of one part, unpacked. Throws FileProblemError when there would be too many. */
  open(name: string): Promise<AsyncIterable<Uint8Array>>
  close(): void
}

const mostParts = 10_000

/** Opens a packed file. Throws FileProblemError when it is damaged, protected, or grows beyond all reason (a "zip bomb"). */
export async function openZip(path: string): Promise<Zip> {
  const file = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(refuseDamaged)
  try {
    const entries = await entriesOf(file)
    return {
      has: (name) => entries.has(name),
      open: (name) => openPart(file, entries.get(name)),
      close: () => file.close(),
    }
  } catch (error) {
    file.close()
    throw error
  }
}

async function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > mostParts) throw new FileProblemError({ code: 'workbook_too_large' })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry)
  } catch (error) {
    refuseDamaged(error)
  }
  return entries
}

async function openPart(file: ZipFile, entry: Entry | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (!entry) throw new FileProblemError({ code: 'broken_workbook' })
  if (entry.isEncrypted()) throw new FileProblemError({ code: 'old_workbook' })
  refuseBomb(entry)
  return checked(await file.openReadStreamPromise(entry).catch(refuseDamaged))
}

/** What is announced; that no more than this comes out is checked while unpacking. */
function refuseBomb({ compressedSize, uncompressedSize }: Entry): void {
  const isTight =
    uncompressedSize > fileLimits.harmlessBytes &&
    uncompressedSize > fileLimits.unpackedRatio * compressedSize
  if (isTight || uncompressedSize > fileLimits.unpackedBytes)
    throw new FileProblemError({ code: 'workbook_too_large' })
}

async function* checked(stream: Readable): AsyncGenerator<Uint8Array> {
  const parts = stream.iterator()
  try {
    for (;;) {
      const next = await parts.next().catch(refuseDamaged)
      if (next.done) return
      yield next.value as Uint8Array
    }
  } finally {
    stream.destroy()
  }
}

function refuseDamaged(_error: unknown): never {
  throw new FileProblemError({ code: 'broken_workbook' })
}
