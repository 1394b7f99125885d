import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { lockInvoice } from '../invoices/index.ts'
import { isUndeliverable } from '../undeliverable-addresses/index.ts'
import { newId } from '../values/index.ts'
import { decideCopy, isSame } from './decide-copy.ts'
import { readInvited } from './invoice-facts.ts'
import { getMessage } from './list-messages.ts'
import { mailIdOf } from './mail-id.ts'
import type { Message } from './message.ts'
import { listOfInvoices, lockMessage, moveMessages } from './message-table.ts'
import { refusalWords } from './message-words.ts'
import { addMessages } from './plan-invitations.ts'

export type SendAgainInput = { messageId: string; to: string; cc?: readonly string[] | undefined }

/**
 * Sends a message that left to somebody else as well, as it is written now, because a person asks (promise C1): by the same
 * way as every message, after another look at the invoice. Twice at once is one mail; never by itself; never to who has it
 * (C4). Throws NotFoundError; ConflictError with the cause as its code: `has_it_already`, `not_sent_yet`, `paid`, `on_hold` …
 */
export function sendAgain(ctx: Context | Tx, input: SendAgainInput): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const asked = await getMessage(tx, input.messageId)
    // One at a time for an invoice: the second press finds what the first one made.
    const { number } = await lockInvoice(tx, asked.invoiceId)
    const all = (await listOfInvoices(tx, [asked.invoiceId])).filter(
      ({ kind, level }) => kind === asked.kind && level === asked.level,
    )
    const original = all.find(({ copyOf }) => copyOf === null)
    const invoice = (await readInvited(tx, [asked.invoiceId])).get(asked.invoiceId)
    if (!original || !invoice) throw new NotFoundError('There is no such message')
    const { to, cc = [] } = input
    const decision = decideCopy({
      invoice,
      original,
      all,
      to,
      cc,
      isUndeliverable: await isUndeliverable(tx, to),
    })
    if (decision.do === 'refuse') throw refusal(decision)
    const found = all.find(({ copyOf, askedTo }) => copyOf !== null && isSame(askedTo, to))
    if (found?.state === 'planned') return found
    const copyId = found ? await planAgain(tx, found, cc) : await insertCopy(tx, original, { to, cc })
    const { level } = original
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: original.invoiceId,
      kind: original.kind === 'invitation' ? 'invoice.invitationSentAgain' : 'invoice.reminderSentAgain',
      data: { number, level, messageId: copyId, to },
    })
    return getMessage(tx, copyId)
  })
}

/** One that was held, or that certainly did not leave. */
async function planAgain(tx: Tx, { id }: Message, cc: readonly string[]): Promise<string> {
  const copy = await lockMessage(tx, id)
  await moveMessages(tx, [copy], { state: 'planned', nextLookAt: tx.now(), askedCc: [...cc] })
  return id
}

async function insertCopy(
  tx: Tx,
  { id: originalId, connectionId, invoiceId, kind, level, withoutDocument }: Message,
  { to, cc }: { to: string; cc: readonly string[] },
): Promise<string> {
  const id = newId('msg')
  await addMessages(tx, [
    {
      id,
      connection_id: connectionId,
      invoice_id: invoiceId,
      kind,
      level,
      state: 'planned',
      cause: null,
      origin: 'hand',
      without_document: withoutDocument,
      asked_to: to,
      asked_cc: [...cc],
      copy_of: originalId,
      mail_id: mailIdOf(tx.config, id),
    },
  ])
  return id
}

function refusal({ cause, address }: { cause: Parameters<typeof refusalWords>[0]; address?: string }) {
  const { title, explanation } = refusalWords(cause, 'en')
  return new ConflictError(`${title}. ${explanation}`, cause, {
    details: address === undefined ? {} : { address },
  })
}
