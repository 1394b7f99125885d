import { type Context, inTransaction } from '../context.ts'
import { askForSending } from '../invitations/index.ts'
import { takeOverLeftBehind } from './due-messages.ts'
import { noteOutcome } from './note-outcome.ts'
import { sendMessage } from './send-message.ts'
import { breakOff, finish, type SendingRun, startRun, takeNext } from './sending-run.ts'

/** More than there are lines to the mail server: the others are written or noted meanwhile, so that no line waits for them. */
const atOnce = 14

/**
 * Sends the messages of a connection that are due, several side by side. Before they leave their invoices are read from the
 * CRM again (promise C3): without that look nothing leaves, and what was settled meanwhile is cancelled. Safe to run twice.
 */
export async function sendMessages(ctx: Context, { connectionId }: { connectionId: string }): Promise<void> {
  await inTransaction(ctx, (tx) => takeOverLeftBehind(tx, connectionId))
  const run = startRun(ctx, connectionId)
  // Whatever happens to one, the others come to their end: the next run takes what is being sent for left behind.
  await Promise.all(Array.from({ length: atOnce }, () => sendOneByOne(run)))
  if (run.failure) throw run.failure
  await askForNext(run)
}

async function sendOneByOne(run: SendingRun): Promise<void> {
  for (let message = await takeNext(run); message; message = await takeNext(run)) {
    try {
      const outcome = await sendMessage(run.ctx, { messageId: message.id })
      await noteOutcome(run, message, outcome)
    } catch (error) {
      breakOff(run, error)
    } finally {
      finish(run, message)
    }
  }
}

function askForNext({ ctx, connectionId, hasMore }: SendingRun): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (hasMore) return askForSending(tx, [{ connectionId }])
    const next = await tx.db
      .selectFrom('messages')
      .select('nextLookAt')
      .where('connectionId', '=', connectionId)
      .where('nextLookAt', 'is not', null)
      .orderBy('nextLookAt')
      .limit(1)
      .executeTakeFirst()
    if (!next?.nextLookAt) return
    // What the mail server or the CRM cannot take now waits for the minute's tick.
    const soonest = new Date(tx.now().getTime() + 30_000)
    await askForSending(tx, [{ connectionId }], next.nextLookAt > soonest ? next.nextLookAt : soonest)
  })
}
