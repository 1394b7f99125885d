import { recordActivity } from '../activities/index.ts'
import { type Context, forCreditor, inTransaction } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Connection } from './connection.ts'
import { updateDisconnected } from './connection-table.ts'
import { getConnection } from './get-connection.ts'
import { hookUrlOf } from './hook-url-of.ts'
import { changeWebhooks } from './keep-webhooks.ts'
import { sourceFor } from './source-for.ts'

/**
 * Ends a connection (promise N2): its webhooks are removed, its tokens erased, all data kept. When the CRM cannot be
 * reached the tokens go all the same, and `hookProblem` says that webhooks were left behind there. Twice is once.
 */
export async function disconnect(ctx: Context, input: { connectionId: string }): Promise<Connection> {
  const connection = await getConnection(ctx, input)
  if (connection.state === 'disconnected') return connection
  const own = forCreditor(ctx, connection.creditorId)
  const problem = await removeWebhooks(own, connection)
  await inTransaction(own, async (tx) => {
    const row = { id: connection.id, at: tx.now(), hookProblem: problem ? 'left_behind' : null }
    if (!(await updateDisconnected(tx.db, row))) return
    await recordActivity(tx, {
      subjectKind: 'connection',
      subjectId: connection.id,
      kind: 'connection.disconnected',
      cause: problem ? 'webhooks_left_behind' : null,
      data: { accountName: connection.accountName, problem },
    })
  })
  return getConnection(own, input)
}

/** Best effort: the code of what went wrong, or null. */
async function removeWebhooks(ctx: Context, connection: Connection): Promise<string | null> {
  try {
    const source = await sourceFor(ctx, connection.id, 'person')
    await changeWebhooks(source, await hookUrlOf(ctx, connection), [])
    return null
  } catch (problem) {
    if (problem instanceof AppError) return problem.code
    throw problem
  }
}
