import { createHash } from 'node:crypto'
import { type Context, creditorOf } from '../context.ts'

/** What is kept of a document: where, and what it was when it was checked. */
export type KeptDocument = { storageKey: string; sha256: string; sizeBytes: number; contentType: string }

/**
 * Stores checked bytes under the hash of their content: the same document twice is one file, and what is read later can be
 * held against its own name. Each business has a folder of its own.
 */
export async function keepDocument(
  ctx: Context,
  input: { bytes: Buffer; contentType: string },
): Promise<KeptDocument> {
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const storageKey = `documents/${creditorOf(ctx)}/${sha256.slice(0, 2)}/${sha256}`
  const stored = await ctx.files.put(storageKey, [input.bytes])
  return { storageKey, ...stored, contentType: input.contentType }
}
