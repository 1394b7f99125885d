import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import { type LongRun, type LongRunKind, longRunColumns, progressColumns } from './long-run.ts'

export type StartLongRunInput = {
  kind: LongRunKind
  subjectId: string | null
  /** A name for people: of the file, or of what is worked on. */
  name: string
  input?: Record<string, unknown>
  totalCount?: number | null
  /** What an earlier run of the same work had done when it was stopped: this one goes on there, from its first moment. */
  goesOn?: Pick<LongRun, 'cursor' | 'counts' | 'doneCount'> | undefined
}

/**
 * Notes that a person started long work. At most one of a kind and subject runs at a time: pressing again gives the one
 * that is under way, with `isNew: false`. The caller asks for the job in the same transaction, when it is new.
 */
export function startLongRun(
  ctx: Context | Tx,
  input: StartLongRunInput,
): Promise<{ run: LongRun; isNew: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const inserted = await tx.db
      .insertInto('longRuns')
      .values({
        id: newId('lrn'),
        creditorId: creditorOf(tx),
        kind: input.kind,
        subjectId: input.subjectId,
        state: 'waiting',
        input: JSON.stringify({ ...input.input, name: input.name }),
        totalCount: input.totalCount ?? null,
        ...(input.goesOn && progressColumns(input.goesOn)),
        startedById: tx.actor.id ?? null,
        startedByName: tx.actor.name ?? null,
        createdAt: tx.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning([...longRunColumns])
      .executeTakeFirst()
    if (!inserted) return { run: await findUnderWay(tx, input), isNew: false }
    const run = inserted as unknown as LongRun
    await recordActivity(tx, {
      subjectKind: 'long_run',
      subjectId: run.id,
      kind: 'longRun.started',
      data: { name: input.name, kind: input.kind },
    })
    return { run, isNew: true }
  })
}

async function findUnderWay(tx: Tx, input: StartLongRunInput): Promise<LongRun> {
  const row = await tx.db
    .selectFrom('longRuns')
    .select([...longRunColumns])
    .where('kind', '=', input.kind)
    .where('subjectId', 'is not distinct from', input.subjectId)
    .where('state', 'in', ['waiting', 'running', 'cancelling'])
    .executeTakeFirst()
  if (row) return row as unknown as LongRun
  // It ended between the two statements; asking once more starts a new one.
  return (await startLongRun(tx, input)).run
}
