import { recordActivity } from '../activities/index.ts'
import { type Context, forCreditor, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { AppError } from '../errors.ts'
import { type Connection, wantedEventTypes } from './connection.ts'
import { lockConnection, updateHooks } from './connection-table.ts'
import { getConnection } from './get-connection.ts'
import { hookUrlOf } from './hook-url-of.ts'
import { sourceFor } from './source-for.ts'

/**
 * Makes the webhooks at the CRM what the switches want (promises N1, A2): lists first, registers what is missing once
 * for our address, takes away what is too much and what stands on an earlier address of ours. May run any number of
 * times. A failure is noted on the connection and thrown, so that the queue tries again.
 */
export async function keepWebhooks(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (connection.state === 'disconnected') return
  const own = forCreditor(ctx, connection.creditorId)
  const wanted = wantedEventTypes(connection, ctx.sources[connection.source].eventTypes)
  try {
    const url = await hookUrlOf(own, connection)
    const source = await sourceFor(own, connection.id, 'webhook')
    await changeWebhooks(source, url, wanted)
    await noteWebhooks(own, connection.id, { eventTypes: wanted, problem: null })
  } catch (problem) {
    const code = problem instanceof AppError ? problem.code : 'unexpected'
    await noteWebhooks(own, connection.id, { eventTypes: connection.hookEventTypes, problem: code })
    throw problem
  }
}

/** The address without its origin: an earlier public address of ours carries the same secret. */
function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url
}

export async function changeWebhooks(
  source: CrmSource,
  url: string,
  wanted: readonly string[],
): Promise<void> {
  const registered = await source.listWebhooks()
  const here = registered.filter((webhook) => webhook.url === url).flatMap((webhook) => webhook.types)
  for (const stale of registered) {
    const isOurs = stale.url !== url && pathOf(stale.url).endsWith(pathOf(url))
    if (isOurs) await source.unregisterWebhook(stale.url, stale.types)
  }
  const surplus = [...new Set(here)].filter((type) => !wanted.includes(type))
  if (surplus.length > 0) await source.unregisterWebhook(url, surplus)
  const missing = wanted.filter((type) => !here.includes(type))
  if (missing.length > 0) await source.registerWebhook(url, missing)
}

type HookState = { eventTypes: readonly string[]; problem: string | null }

/** One line of history for each change, none for a repetition. */
async function noteWebhooks(ctx: Context, connectionId: string, state: HookState): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await lockConnection(tx.db, connectionId)
    if (!before || before.state === 'disconnected') return
    const kind = changeOf(before, state)
    if (!kind) return
    await updateHooks(tx.db, { id: connectionId, ...state })
    await recordActivity(tx, {
      subjectKind: 'connection',
      subjectId: connectionId,
      kind,
      cause: state.problem,
      data: { accountName: before.accountName, eventTypes: [...state.eventTypes] },
    })
  })
}

function changeOf(before: Connection, after: HookState) {
  if (after.problem) return after.problem === before.hookProblem ? undefined : 'connection.webhooksFailed'
  const isSame = [...before.hookEventTypes].sort().join() === [...after.eventTypes].sort().join()
  if (isSame && !before.hookProblem) return undefined
  return after.eventTypes.length > 0 ? 'connection.webhooksRegistered' : 'connection.webhooksRemoved'
}
