import { recordActivity } from '../activities/index.ts'
import { type Context, forAllCreditors, forCreditor, inTransaction, type Tx } from '../context.ts'
import { decideAgain, lockMessage, type Message, messageColumns, moveMessages } from '../invitations/index.ts'
import { clearUndeliverable, markUndeliverable } from '../undeliverable-addresses/index.ts'
import type { BounceReport } from './read-bounce.ts'

/**
 * Notes that a message came back (promise C8): the message shows it, its address is marked when it is to blame, and nothing
 * more goes there until a person corrects or clears it. The same report twice changes nothing; one about a message that is not ours, or an
 * address that it did not go to, is left alone.
 */
export async function noteBounce(ctx: Context, given: BounceReport): Promise<void> {
  const report = asText(given)
  const found = await inTransaction(forAllCreditors(ctx), (tx) =>
    tx.db
      .selectFrom('messages')
      .select(['id', 'creditorId'])
      // Our own id stands before the first dot (`mailIdOf`): found by it, and told by all of it.
      .where('id', '=', report.mailId.split('.')[0] ?? '')
      .where('mailId', '=', report.mailId)
      .executeTakeFirst(),
  )
  if (!found) return
  await inTransaction(forCreditor(ctx, found.creditorId), (tx) => note(tx, found.id, report))
}

/** Servers on the way write what they like; the database takes no null characters and no halves of them. */
function asText({ mailId, recipient, detail, ...rest }: BounceReport): BounceReport {
  const plain = (text: string) =>
    text
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
  return { ...rest, mailId: plain(mailId), recipient: plain(recipient), detail: plain(detail) }
}

async function note(tx: Tx, messageId: string, report: BounceReport): Promise<void> {
  const { recipient, detail, isAddressFine } = report
  const message = await lockMessage(tx, messageId)
  const { sentTo, sentCc, refused } = message
  const isSame = (address: string) => address.toLowerCase() === recipient.toLowerCase()
  const reached = [sentTo ?? '', ...sentCc].find(isSame)
  const isOut = message.state === 'sent' || message.state === 'unknown'
  if (reached === undefined || !isOut || refused.some(({ address }) => isSame(address))) return
  if (!isAddressFine) await markAddress(tx, message, { address: reached, detail })
  const move = { refused: [...refused, { address: reached, answer: detail }], sentTo, sentCc }
  if (sentTo !== null && isSame(sentTo))
    await moveMessages(tx, [message], {
      state: 'bounced',
      cause: 'recipients_refused',
      causeDetail: detail,
      ...move,
    })
  else await moveMessages(tx, [message], { state: message.state, cause: message.cause, ...move })
}

/** Marks an address that a server refused, and says so in the history of the invoice. */
export async function markAddress(
  tx: Tx,
  { id, invoiceId }: Pick<Message, 'id' | 'invoiceId'>,
  { address, detail }: { address: string; detail: string },
): Promise<void> {
  await markUndeliverable(tx, { address, detail, messageId: id })
  await recordActivity(tx, {
    subjectKind: 'invoice',
    subjectId: invoiceId,
    kind: 'invoice.addressMarked',
    data: { address, detail },
  })
}

/** A person says that an address works again: what was held because of it is decided once more. Throws NotFoundError. */
export function clearAddress(ctx: Context | Tx, { id }: { id: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await clearUndeliverable(tx, id)
    const held = await tx.db
      .selectFrom('messages')
      .select([...messageColumns])
      .where('state', '=', 'held')
      .where('cause', '=', 'undeliverable_address')
      .orderBy('id')
      .limit(1_000)
      .forUpdate()
      .execute()
    await decideAgain(tx, held as unknown as Message[])
  })
}
