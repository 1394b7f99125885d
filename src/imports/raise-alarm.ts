import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { SourceRejectedError } from '../errors.ts'

/** An answer that makes no sense (a filter that was ignored, a page that cannot be read) is shown, not swallowed. */
export async function raiseAlarm(ctx: Context, connectionId: string, error: unknown): Promise<never> {
  if (error instanceof SourceRejectedError) {
    await inTransaction(ctx, (tx) =>
      recordActivity(tx, {
        subjectKind: 'connection',
        subjectId: connectionId,
        kind: 'connection.alarmed',
        cause: error.code,
        data: { message: error.message },
      }),
    )
  }
  throw error
}
