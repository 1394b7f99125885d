import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type TaskKind, taskKinds } from './task.ts'
import { taskQueries } from './task-queries.ts'

/** How many of each kind, at most `countedAtMost`: that many means "more than a hundred". */
export type TaskCounts = { counts: Record<TaskKind, number>; total: number; isCapped: boolean }

const countedAtMost = 101

/** How much waits for a person, for the number beside the page's name. Looks at no more than a few rows of each kind. */
export function countTasks(ctx: Context | Tx): Promise<TaskCounts> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<Record<TaskKind, number>>`
      select ${sql.join(
        taskKinds.map(
          (kind) =>
            sql`(select count(*)::integer from (${taskQueries[kind](countedAtMost)}) as waiting) as ${sql.ref(kind)}`,
        ),
      )}`.execute(tx.db)
    const counts = Object.fromEntries(
      taskKinds.map((kind) => [kind, rows[0]?.[kind] ?? 0]),
    ) as TaskCounts['counts']
    const all = Object.values(counts)
    return {
      counts,
      total: all.reduce((sum, count) => sum + count, 0),
      isCapped: all.some((count) => count >= countedAtMost),
    }
  })
}
