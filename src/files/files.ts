import type { Readable } from 'node:stream'

/** What was counted while the bytes went by. `sha256` is in hexadecimal. */
export type StoredFile = { sizeBytes: number; sha256: string }

/** Bytes on their way: a Node stream, or anything that gives them piece by piece. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Bytes by key, in a folder or wherever the settings say. A key is ours (`shared/fil_0190...`), never a text that came
 * from outside: lower-case words separated by slashes. Who may read what is decided by the rooms above.
 */
export type Files = {
  /**
   * Stores the bytes under the key, whole or not at all: a stop in the middle, or a stream that fails, leaves what was
   * there before. What is answered is on the disk. Memory does not grow with the size.
   */
  put(key: string, bytes: Bytes): Promise<StoredFile>
  /** Opens the file for reading, from the first byte. Throws NotFoundError when there is none. */
  open(key: string): Promise<{ bytes: Readable; sizeBytes: number }>
  /** Takes the file away; there being none is fine. */
  remove(key: string): Promise<void>
  /** Takes away what was begun before this instant and never finished. Gives how many. */
  removeUnfinished(before: Date): Promise<number>
  /** Asks whether the place takes, gives and removes files. Changes nothing. */
  verify(): Promise<FilesCheck>
}

/**
 * `refused`: it answers and will not have us (a wrong key, no such bucket, no right to write); `unreachable`: no answer.
 * `detail` says what to mend, with the words of whoever refused.
 */
export type FilesCheck = { ok: true } | { ok: false; code: 'refused' | 'unreachable'; detail: string }
