import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Activity, ActivityKind, SubjectKind } from './activity.ts'

export type ListActivitiesInput = {
  subjectKind?: SubjectKind | undefined
  subjectId?: string | undefined
  kind?: ActivityKind | undefined
  /** The id of the last line of the page before. */
  before?: string | undefined
  limit: number
}

/** The history, newest first, of one thing or of everything of the creditor (promise N4). */
export function listActivities(ctx: Context | Tx, input: ListActivitiesInput): Promise<Activity[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('activities')
      .select(['id', 'at', 'subjectKind', 'subjectId', 'kind', 'cause', 'actorKind', 'actorName', 'data'])
      .orderBy('id', 'desc')
      .limit(input.limit)
    if (input.subjectKind) query = query.where('subjectKind', '=', input.subjectKind)
    if (input.subjectId) query = query.where('subjectId', '=', input.subjectId)
    if (input.kind) query = query.where('kind', '=', input.kind)
    if (input.before) query = query.where('id', '<', input.before)
    return (await query.execute()) as Activity[]
  })
}
