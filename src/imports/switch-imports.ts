import {
  type Connection,
  type ConnectionOptions,
  type FinishAuthorisationInput,
  finishAuthorisation,
  updateConnectionOptions,
} from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { ensureDefaultProfile } from '../profiles/index.ts'
import { drainEventsJob } from './event-jobs.ts'
import { reconcileJob } from './reconcile-jobs.ts'

/** Changes a connection's options; when imports go on, what the CRM has since 35 days is looked through at once. */
export async function changeConnectionOptions(
  ctx: Context,
  input: { connectionId: string; options: Partial<ConnectionOptions> },
): Promise<Connection> {
  const { before, connection } = await updateConnectionOptions(ctx, input)
  if (!before.importInvoicesAutomatically && connection.importInvoicesAutomatically) {
    await askForReconcile(ctx, { connectionId: connection.id, kind: 'nightly' })
  }
  return connection
}

/** Ends an authorisation; a connection that resumes catches up with what it missed (promise N2). */
export async function completeConnection(ctx: Context, input: FinishAuthorisationInput): Promise<Connection> {
  const connection = await withDefaultProfile(ctx, await finishAuthorisation(ctx, input))
  const { id: connectionId, creditorId } = connection
  await inTransaction(ctx, (tx) =>
    tx.enqueue(drainEventsJob, { creditorId, connectionId }, { key: connectionId }),
  )
  if (connection.importInvoicesAutomatically) await askForReconcile(ctx, { connectionId, kind: 'nightly' })
  return connection
}

/** A connection starts with a profile to fall back on, so that nobody has to choose one before the first import. */
function withDefaultProfile(ctx: Context, connection: Connection): Promise<Connection> {
  if (connection.defaultProfileId) return Promise.resolve(connection)
  return inTransaction(ctx, async (tx) => {
    const { defaultProfileId } = await ensureDefaultProfile(tx, null)
    const changed = await updateConnectionOptions(tx, {
      connectionId: connection.id,
      options: { defaultProfileId },
    })
    return changed.connection
  })
}

/** Asks for a reconcile of one connection as soon as a worker is free. */
export function askForReconcile(
  ctx: Context,
  input: { connectionId: string; kind: 'reconcile' | 'nightly' },
): Promise<void> {
  const { connectionId, kind } = input
  return inTransaction(ctx, (tx) =>
    tx.enqueue(
      reconcileJob,
      { creditorId: creditorOf(tx), connectionId, kind },
      { key: `${connectionId}:${kind}` },
    ),
  )
}
