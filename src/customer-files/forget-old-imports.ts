import { type Context, inTransaction } from '../context.ts'
import { defineJob } from '../jobs/index.ts'
import { eraseImport } from './remove-customer-import.ts'

/** Every day: takes files of customers away that nobody needs any more. */
export const forgetOldImportsJob = defineJob<Record<string, never>>('forget-old-imports', 'stately')

/** An upload that was begun so long ago and is not all there will never be. */
const unfinishedAfterMs = 24 * 3_600_000
const keptMs = 90 * 24 * 3_600_000
const filesAtOnce = 100

/**
 * Takes away, across creditors, uploads that were cut off by a stop, files whose removal was, and files of customers ninety
 * days after they came in, with what is known of their rows. The customers stay; such an import can no longer be taken
 * back. One that is being worked on is left alone. Safe to stop anywhere and to do twice.
 */
export async function forgetOldImports(ctx: Context): Promise<void> {
  for (let files = await listOld(ctx); files.length > 0; files = await listOld(ctx)) {
    for (const file of files) await eraseImport(ctx, file)
  }
}

function listOld(ctx: Context): Promise<{ id: string; storageKey: string }[]> {
  const before = (ageMs: number) => new Date(ctx.now().getTime() - ageMs)
  return inTransaction(ctx, (tx) =>
    tx.db
      .selectFrom('customerImports')
      .leftJoin('longRuns', 'longRuns.id', 'customerImports.runId')
      .select(['customerImports.id', 'customerImports.storageKey'])
      .where((eb) =>
        eb.or([
          eb.and([eb('readyAt', 'is', null), eb('uploadedAt', '<', before(unfinishedAfterMs))]),
          eb.and([
            eb('uploadedAt', '<', before(keptMs)),
            eb.or([eb('runId', 'is', null), eb('longRuns.finishedAt', 'is not', null)]),
          ]),
        ]),
      )
      .limit(filesAtOnce)
      .execute(),
  )
}
