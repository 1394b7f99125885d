import { recordActivity } from '../activities/index.ts'
import { getConnection } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { decideAgain } from './decide-again.ts'
import { moveMessages } from './message-table.ts'
import { pageOfPending } from './pending-messages.ts'

/** Whether a connection sends by itself, since when (UTC instant), and how many invitations wait for that. */
export type Sending = { isLive: boolean; liveSince: Date | null; heldCount: number }

/** Whether a person said "go live" for the connection (promise C5). */
export async function isLive(tx: Tx, connectionId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('liveConnections')
    .select('liveSince')
    .where('connectionId', '=', connectionId)
    .executeTakeFirst()
  return row !== undefined
}

/** Throws NotFoundError for an unknown connection. */
export function getSending(ctx: Context | Tx, input: { connectionId: string }): Promise<Sending> {
  return inTransaction(ctx, async (tx) => {
    await getConnection(tx, input)
    const row = await tx.db
      .selectFrom('liveConnections')
      .select('liveSince')
      .where('connectionId', '=', input.connectionId)
      .executeTakeFirst()
    const held = await tx.db
      .selectFrom('messages')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('connectionId', '=', input.connectionId)
      .where('state', '=', 'held')
      .where('cause', '=', 'not_live')
      .executeTakeFirstOrThrow()
    return { isLive: row !== undefined, liveSince: row?.liveSince ?? null, heldCount: Number(held.count) }
  })
}

/**
 * From now on invitations leave by themselves. Of those that were held back until now a person says whether they still
 * leave, each at most once, or are dropped: they may have been mailed in another way before (promise C5).
 */
export function goLive(
  ctx: Context,
  input: { connectionId: string; held: 'send' | 'drop' },
): Promise<Sending> {
  const { connectionId, held } = input
  return inTransaction(ctx, async (tx) => {
    const { accountName } = await getConnection(tx, { connectionId })
    const isNew = await tx.db
      .insertInto('liveConnections')
      .values({ connectionId, creditorId: creditorOf(tx), liveSince: tx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('connectionId')
      .executeTakeFirst()
    if (isNew) {
      await recordActivity(tx, {
        subjectKind: 'connection',
        subjectId: connectionId,
        kind: 'connection.wentLive',
        data: { name: accountName, held },
      })
    }
    const which = { connectionId, states: ['held'], cause: 'not_live' } as const
    for (let page = await pageOfPending(tx, which); page.length > 0; ) {
      if (held === 'drop') await moveMessages(tx, page, { state: 'cancelled', cause: 'before_live' })
      else await decideAgain(tx, page)
      page = await pageOfPending(tx, { ...which, after: page.at(-1)?.id })
    }
    return getSending(tx, { connectionId })
  })
}

/** Nothing leaves by itself any more; what was about to is held. A person can still invite by hand. */
export function stopSending(ctx: Context, input: { connectionId: string }): Promise<Sending> {
  const { connectionId } = input
  return inTransaction(ctx, async (tx) => {
    const { accountName } = await getConnection(tx, { connectionId })
    const was = await tx.db
      .deleteFrom('liveConnections')
      .where('connectionId', '=', connectionId)
      .returning('connectionId')
      .executeTakeFirst()
    if (was) {
      await recordActivity(tx, {
        subjectKind: 'connection',
        subjectId: connectionId,
        kind: 'connection.stoppedSending',
        data: { name: accountName },
      })
    }
    const which = { connectionId, states: ['waiting', 'planned'] } as const
    for (let page = await pageOfPending(tx, which); page.length > 0; ) {
      await decideAgain(tx, page)
      page = await pageOfPending(tx, { ...which, after: page.at(-1)?.id })
    }
    return getSending(tx, { connectionId })
  })
}
