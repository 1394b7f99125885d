import { type Context, creditorOf } from '../context.ts'
import type { Database } from '../db/index.ts'
import { BusyError } from '../errors.ts'

/** As many as come in at once, in this process: each holds a file that grows and a part of the line. */
const ofOneBusiness = 3
const inAll = 8

const retryAfterMs = 60_000

const underWayOf = new WeakMap<Database, Map<string, number>>()

/**
 * Does an upload, if not too many are on their way: of one business, so that it leaves room for the others, and in all.
 * Throws BusyError `too_many_uploads` before anything is kept.
 */
export async function withUploadPlace<T>(ctx: Context, upload: () => Promise<T>): Promise<T> {
  const underWay = underWayOf.getOrInsertComputed(ctx.database, () => new Map<string, number>())
  const creditorId = creditorOf(ctx)
  const own = underWay.get(creditorId) ?? 0
  const all = [...underWay.values()].reduce((sum, count) => sum + count, 0)
  if (own >= ofOneBusiness || all >= inAll) {
    const retryAt = new Date(ctx.now().getTime() + retryAfterMs)
    throw new BusyError(
      'too_many_uploads',
      'Too many files are being uploaded: try again in a moment',
      retryAt,
    )
  }
  underWay.set(creditorId, own + 1)
  try {
    return await upload()
  } finally {
    const left = (underWay.get(creditorId) ?? 1) - 1
    if (left > 0) underWay.set(creditorId, left)
    else underWay.delete(creditorId)
  }
}
