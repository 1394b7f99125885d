import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { FileProblemError } from '../file-problem-error.ts'

/** The texts that the cells of a workbook share, by their number. */
export type StringStore = {
  add(text: string): void
  get(index: number): string | undefined
  close(): void
}

const pageBytes = 64 * 1024
const pagesKept = 64
const bytesToGather = 1024 * 1024
/** Ten for each row that a file may have; their places take 64 MB. */
const mostTexts = 10_000_000

/**
 * Keeps texts in a file and only their places in memory (four bytes each), with a few pages at hand: a workbook of 100,000
 * rows has a million of them, and cells ask for them nearly in order. All are added before the first is asked for.
 */
export function createStringStore(path: string): StringStore {
  const file = openSync(path, 'w+', 0o600)
  const pages = new Map<number, Buffer>()
  let ends = new Uint32Array(1024)
  let count = 0
  let written = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0

  function flush(): void {
    if (waiting.length === 0) return
    writeAll(file, Buffer.concat(waiting), written)
    written += waitingBytes
    waiting = []
    waitingBytes = 0
  }

  function pageOf(number: number): Buffer {
    const known = pages.get(number)
    if (known) return known
    const oldest = pages.size >= pagesKept ? pages.keys().next().value : undefined
    if (oldest !== undefined) pages.delete(oldest)
    const page = read(file, number * pageBytes, pageBytes)
    pages.set(number, page)
    return page
  }

  return {
    add(text) {
      if (count === mostTexts) throw new FileProblemError({ code: 'workbook_too_large' })
      const bytes = Buffer.from(text)
      if (count === ends.length) ends = grown(ends)
      waiting.push(bytes)
      waitingBytes += bytes.length
      ends[count] = written + waitingBytes
      count += 1
      if (waitingBytes >= bytesToGather) flush()
    },
    get(index) {
      const end = index < count ? ends[index] : undefined
      if (end === undefined) return undefined
      flush()
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0)
      const page = Math.floor(start / pageBytes)
      const from = start - page * pageBytes
      if (from + end - start > pageBytes) return read(file, start, end - start).toString()
      return pageOf(page).toString('utf8', from, from + end - start)
    },
    close: () => closeSync(file),
  }
}

function grown(ends: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(ends.length * 2)
  larger.set(ends)
  return larger
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let offset = 0; offset < bytes.length; )
    offset += writeSync(file, bytes, offset, bytes.length - offset, position + offset)
}

function read(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let got = 0
  while (got < length) {
    const more = readSync(file, bytes, got, length - got, position + got)
    if (more === 0) break
    got += more
  }
  return bytes.subarray(0, got)
}
