import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import type { Message } from './message.ts'
import { lockMessage, moveMessages } from './message-table.ts'

/**
 * A person says what became of a message of which nobody knew (promise C4): it arrived, or it is to be sent once more,
 * under the same Message-ID. Throws NotFoundError; ConflictError `not_unknown` when that is settled already.
 */
export function settleUnknown(
  ctx: Context | Tx,
  input: { messageId: string; as: 'arrived' | 'send_again' },
): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const message = await lockMessage(tx, input.messageId)
    if (message.state !== 'unknown')
      throw new ConflictError('What became of this message is known', 'not_unknown')
    const { sentTo, sentCc } = message
    await moveMessages(
      tx,
      [message],
      input.as === 'arrived'
        ? { state: 'sent', sentAt: message.handedOverAt ?? tx.now(), sentTo, sentCc }
        : { state: 'planned', origin: 'hand', nextLookAt: tx.now(), handedOverAt: null },
    )
    return lockMessage(tx, message.id)
  })
}
