import type { RawBuilder } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Task, type TaskKind, taskKinds } from './task.ts'
import { type TaskRow, taskQueries } from './task-queries.ts'

/**
 * Everything that waits for a person: what no schedule and no event moves any more. By kind, the most pressing first,
 * within a kind the oldest; at most `limit` of each kind. Only reads.
 */
export function listTasks(
  ctx: Context | Tx,
  input: { kind?: TaskKind | undefined; limit: number },
): Promise<{ items: Task[]; hasMore: TaskKind[] }> {
  return inTransaction(ctx, async (tx) => {
    const items: Task[] = []
    const hasMore: TaskKind[] = []
    for (const kind of input.kind ? [input.kind] : taskKinds) {
      const rows = await rowsOf(tx, taskQueries[kind](input.limit + 1))
      if (rows.length > input.limit) hasMore.push(kind)
      items.push(...rows.slice(0, input.limit).map((row) => taskOf(kind, row)))
    }
    return { items, hasMore }
  })
}

async function rowsOf(tx: Tx, query: RawBuilder<TaskRow>): Promise<TaskRow[]> {
  return (await query.execute(tx.db)).rows
}

function taskOf(kind: TaskKind, row: TaskRow): Task {
  const { subjectId, since, detail, invoiceId, number, customerId, customerName } = row
  const { amountCents, currency, webUrl, state, code, name, count } = row
  const isAboutInvoice = kind !== 'connection' && kind !== 'mail'
  const invoice = { id: invoiceId, number, customerId, customerName, amountCents, currency, webUrl }
  const facts = {
    connection: { accountName: name },
    mail: { cause: code, count },
    message: { state, cause: code },
    question: { state },
    payment: { state, cause: code },
    document: { document: name, cause: code },
    import: { cause: code },
    profile: { warning: code },
  }[kind]
  // The database holds nothing but the words of each room in these columns.
  return { subjectId, since, detail, invoice: isAboutInvoice ? invoice : null, kind, ...facts } as Task
}
