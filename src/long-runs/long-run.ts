/** What kinds of long work there are; the verb that does the work gives it its name. */
export const longRunKinds = [
  'customer_crm_export',
  'customer_selection_export',
  'customer_refresh',
  'customer_preview',
  'customer_import',
  'customer_import_undo',
  'invoice_preview',
  'invoice_import',
  'document_retrieval',
  'document_zip',
  'invoice_export',
  'invoice_refresh',
] as const
export type LongRunKind = (typeof longRunKinds)[number]

/** Waiting and running come to an end; `cancelling` stops at the next step; the other three are ends. */
export type LongRunState = 'waiting' | 'running' | 'cancelling' | 'finished' | 'failed' | 'cancelled'

/**
 * Long work that a person started (ui.md rule 2): it shows progress, can be left and come back to, survives a restart
 * at its cursor, and its result stays findable. Counts are of the things that the work is about; instants are UTC.
 */
export type LongRun = {
  id: string
  kind: LongRunKind
  state: LongRunState
  /** The thing that the work is about: a connection, an uploaded file. */
  subjectId: string | null
  doneCount: number
  /** Null while it is not known how many there are. */
  totalCount: number | null
  /** How many ended how, by the words of the work itself. */
  counts: Record<string, number>
  /**
   * Where the work goes on after a stop; only the verb that does the work reads it, except for `pace`: when work comes in
   * stages of different speed, since when and from which count the present one goes.
   */
  cursor: (Record<string, unknown> & { pace?: { since: string; from: number } }) | null
  /** What was asked for. */
  input: Record<string, unknown>
  /** What came of it, such as the id of a file. */
  result: Record<string, unknown> | null
  /** Why it failed, as a code, or `not_complete` when it finished without all; `causeDetail` says more in words. */
  cause: string | null
  causeDetail: string | null
  startedById: string | null
  startedByName: string | null
  createdAt: Date
  startedAt: Date | null
  movedAt: Date | null
  finishedAt: Date | null
}

export const longRunColumns = [
  'id',
  'kind',
  'state',
  'subjectId',
  'doneCount',
  'totalCount',
  'counts',
  'cursor',
  'input',
  'result',
  'cause',
  'causeDetail',
  'startedById',
  'startedByName',
  'createdAt',
  'startedAt',
  'movedAt',
  'finishedAt',
] as const

/** What changes of a run while it is under way. */
export type Progress = Partial<Pick<LongRun, 'doneCount' | 'totalCount' | 'counts' | 'cursor' | 'result'>>

/** Progress as the table keeps it. */
export function progressColumns({ doneCount, totalCount, counts, cursor, result }: Progress) {
  return {
    ...(doneCount !== undefined && { doneCount }),
    ...(totalCount !== undefined && { totalCount }),
    ...(counts !== undefined && { counts: JSON.stringify(counts) }),
    ...(cursor !== undefined && { cursor: cursor === null ? null : JSON.stringify(cursor) }),
    ...(result !== undefined && { result: result === null ? null : JSON.stringify(result) }),
  }
}

/**
 * How many seconds are left, judged by the pace so far; null when it cannot be told (nothing done yet, no total, not
 * running). A run that goes on after a stop is judged by the same clock, so that a pause makes the guess longer, never shorter.
 */
export function remainingSeconds(run: LongRun, now: Date): number | null {
  if (run.state !== 'running' || !run.startedAt || run.totalCount === null) return null
  const pace = run.cursor?.pace
  const since = pace ? Date.parse(pace.since) : run.startedAt.getTime()
  const done = run.doneCount - (pace?.from ?? 0)
  if (done <= 0) return null
  const left = Math.max(0, run.totalCount - run.doneCount)
  return Math.max(0, Math.round(((now.getTime() - since) / 1000 / done) * left))
}
