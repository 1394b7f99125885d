import { getConnection } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { AppError, ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { readAgain } from '../imports/index.ts'
import {
  askForSending,
  type HoldCause,
  lockMessage,
  type Message,
  moveMessages,
} from '../invitations/index.ts'
import { type DueMessage, listDue, takeOverLeftBehind } from './due-messages.ts'
import { sendMessage } from './send-message.ts'
import { canLeave } from './settle-message.ts'

/** Few enough that the look at the CRM is seconds old when the last of them leaves. */
const batchSize = 20
/** Then the work goes to the end of the queue, and other connections have their turn. */
const batchesAtMost = 10

/**
 * Sends the messages of a connection that are due. Before each batch its invoices are read from the CRM again (promise C3):
 * without that look nothing leaves, and what was settled meanwhile is cancelled. Safe to run twice.
 */
export async function sendMessages(ctx: Context, { connectionId }: { connectionId: string }): Promise<void> {
  await inTransaction(ctx, (tx) => takeOverLeftBehind(tx, connectionId))
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const due = await inTransaction(ctx, (tx) => listDue(tx, { connectionId, limit: batchSize }))
    if (due.length === 0) break
    if ((await sendBatch(ctx, connectionId, due)) !== 'went_through') break
  }
  await askForNext(ctx, connectionId)
}

async function sendBatch(
  ctx: Context,
  connectionId: string,
  due: readonly DueMessage[],
): Promise<'went_through' | 'mail_away' | 'crm_away'> {
  const confirmed = await look(ctx, connectionId, due)
  if (confirmed === undefined) return 'crm_away'
  const unseen = due.filter(({ externalId }) => !confirmed.has(externalId))
  await hold(ctx, unseen, { cause: 'not_confirmed', detail: null, afterMs: 15 * 60_000 })
  for (const message of due.filter(({ externalId }) => confirmed.has(externalId))) {
    if ((await sendMessage(ctx, { messageId: message.id })) === 'mail_away') return 'mail_away'
  }
  return 'went_through'
}

/** The invoices among them that the CRM showed now. Undefined when it could not be asked: all of them are held then. */
async function look(
  ctx: Context,
  connectionId: string,
  due: readonly DueMessage[],
): Promise<Set<string> | undefined> {
  const detail = (error: Error) => error.message.slice(0, 500)
  try {
    const { state } = await getConnection(ctx, { connectionId })
    if (state !== 'connected') throw new ReconnectNeededError('The connection is not connected')
    return await readAgain(ctx, { connectionId, externalIds: due.map(({ externalId }) => externalId) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'database_unavailable') throw error
    if (error instanceof ReconnectNeededError)
      await hold(ctx, due, { cause: 'reconnect_needed', detail: detail(error), afterMs: 60 * 60_000 })
    else if (error instanceof SourceUnavailableError || error instanceof SourceRejectedError)
      await hold(ctx, due, { cause: 'crm_unavailable', detail: detail(error), afterMs: 5 * 60_000 })
    else throw error
    return undefined
  }
}

type Hold = { cause: HoldCause; detail: string | null; afterMs: number }

/** Only what can still leave: during the look it may have been cancelled, or have left in another process. */
async function hold(
  ctx: Context,
  messages: readonly DueMessage[],
  { cause, detail, afterMs }: Hold,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const nextLookAt = new Date(tx.now().getTime() + afterMs)
    const current: Message[] = []
    for (const id of messages.map((message) => message.id).sort()) current.push(await lockMessage(tx, id))
    await moveMessages(tx, current.filter(canLeave), {
      state: 'held',
      cause,
      causeDetail: detail,
      nextLookAt,
    })
  })
}

function askForNext(ctx: Context, connectionId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const next = await tx.db
      .selectFrom('messages')
      .select('nextLookAt')
      .where('connectionId', '=', connectionId)
      .where('nextLookAt', 'is not', null)
      .orderBy('nextLookAt')
      .limit(1)
      .executeTakeFirst()
    if (!next?.nextLookAt) return
    // Right away only what was left for another turn; what the mail server cannot take now waits for the minute's tick.
    const soonest = new Date(tx.now().getTime() + 30_000)
    await askForSending(tx, [{ connectionId }], next.nextLookAt > soonest ? next.nextLookAt : soonest)
  })
}
