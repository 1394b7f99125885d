import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type LongRun, type LongRunKind, longRunColumns } from './long-run.ts'

/** One run. Throws NotFoundError. */
export function getLongRun(ctx: Context | Tx, runId: string): Promise<LongRun> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('longRuns')
      .select([...longRunColumns])
      .where('id', '=', runId)
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such run')
    return row as unknown as LongRun
  })
}

/** The runs, newest first; `isUnderWay` keeps those that are not over. `before` is the last id of the page before. */
export function listLongRuns(
  ctx: Context | Tx,
  input: {
    kind?: LongRunKind | undefined
    isUnderWay?: boolean | undefined
    before?: string | undefined
    limit: number
  },
): Promise<LongRun[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('longRuns')
      .select([...longRunColumns])
      .orderBy('id', 'desc')
      .limit(input.limit)
    if (input.kind) query = query.where('kind', '=', input.kind)
    if (input.isUnderWay) query = query.where('state', 'in', ['waiting', 'running', 'cancelling'])
    if (input.before) query = query.where('id', '<', input.before)
    return (await query.execute()) as unknown as LongRun[]
  })
}
