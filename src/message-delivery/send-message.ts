import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Context, inTransaction } from '../context.ts'
import { ConflictError } from '../errors.ts'
import {
  decideMessage,
  lockMessage,
  type Message,
  type MessageDecision,
  type MessageMove,
  moveMessages,
  moveOf,
} from '../invitations/index.ts'
import { type ComposedMessage, composeMessage, isDocumentAway, senderOf } from './compose-message.ts'
import { type MessageFacts, readFacts } from './message-facts.ts'
import { canLeave, type SendOutcome, settleFailure, settleSent, settleUnclaimed } from './settle-message.ts'
import { withoutLink } from './stored-link.ts'

/**
 * Sends one message whose invoice was read from the CRM a moment ago. It is written in full, decided once more under its
 * lock, noted as being sent, noted again right before its last line, and only then given away: a process that dies at any
 * point leaves either a message that certainly did not leave, or one of which nobody knows (promise C4).
 */
export async function sendMessage(ctx: Context, { messageId }: { messageId: string }): Promise<SendOutcome> {
  const claimed = await claim(ctx, messageId).catch((error: unknown) =>
    settleUnclaimed(ctx, messageId, error),
  )
  if (!claimed) return 'not_sent'
  const { message, facts, composed } = claimed
  const { recipients, creditor } = facts
  try {
    const { refused } = await ctx.mail.send({
      to: [recipients.to ?? ''],
      cc: recipients.cc,
      subject: composed.subject,
      text: composed.text,
      html: composed.html,
      messageId: message.mailId,
      attachments: composed.attachment ? [composed.attachment] : [],
      ...senderOf(ctx, creditor),
      beforeHandover: () => noteHandover(ctx, message, facts),
    })
    await settleSent(ctx, message, refused)
    return 'sent'
  } catch (error) {
    return settleFailure(ctx, message, error)
  }
}

type Claimed = { message: Message; facts: MessageFacts; composed: ComposedMessage }

/** What it says must be what is stored when it is noted as being sent: what changed while it was written is written anew. */
async function claim(ctx: Context, messageId: string): Promise<Claimed | undefined> {
  for (let round = 0; round < 5; round += 1) {
    const found = await inTransaction(ctx, (tx) => lockMessage(tx, messageId))
    const facts = await readFacts(ctx, found)
    const composed = await compose(ctx, found, facts)
    const outcome = await claimAs(ctx, { message: found, facts, composed })
    if (outcome !== 'changed') return outcome
  }
  return undefined
}

/** Undefined when it is not to leave, or its PDF went away: then there is nothing to write. */
async function compose(
  ctx: Context,
  message: Message,
  facts: MessageFacts,
): Promise<ComposedMessage | undefined> {
  if (decide(ctx, message, facts).do !== 'send') return undefined
  try {
    return await composeMessage(ctx, facts, message)
  } catch (error) {
    if (isDocumentAway(error)) return undefined
    throw error
  }
}

function decide(ctx: Context, message: Message, facts: MessageFacts): MessageDecision {
  const { invited: invoice, messages, isLive, isUndeliverable, recipients } = facts
  const { timeZone } = facts.creditor
  const recipient = recipients.to
  return decideMessage({
    invoice,
    message,
    messages,
    isLive,
    timeZone,
    recipient,
    isUndeliverable,
    now: ctx.now(),
  })
}

type Attempt = { message: Message; facts: MessageFacts; composed: ComposedMessage | undefined }

async function claimAs(
  ctx: Context,
  { message, facts, composed }: Attempt,
): Promise<Claimed | undefined | 'changed'> {
  return inTransaction(ctx, async (tx) => {
    const current = await lockMessage(tx, message.id)
    if (!canLeave(current)) return undefined
    const now = await readFacts(tx, current)
    const decision = decide(tx, current, now)
    if (decision.do !== 'send') {
      await moveMessages(tx, [current], moveOf(decision, tx.now()))
      return undefined
    }
    if (!composed || !isSame({ message, facts }, { message: current, facts: now })) return 'changed'
    const attemptId = randomUUID()
    await moveMessages(tx, [current], sendingOf(attemptId, facts, composed))
    return { message: { ...current, attemptId }, facts, composed }
  })
}

type Basis = { message: Message; facts: MessageFacts }

/** Nothing that the message says, or that decides about it, changed. */
function isSame(before: Basis, after: Basis): boolean {
  return isDeepStrictEqual(before.facts, after.facts) && isDeepStrictEqual(before.message, after.message)
}

function sendingOf(attemptId: string, facts: MessageFacts, composed: ComposedMessage): MessageMove {
  const { recipients, profile, language } = facts
  return {
    state: 'sending',
    attemptId,
    handedOverAt: null,
    sentTo: recipients.to,
    sentCc: recipients.cc,
    language,
    subject: composed.subject,
    bodyText: withoutLink(composed.text, composed.payUrl),
    bodyHtml: withoutLink(composed.html, composed.payUrl),
    documentSha256: composed.attachment?.sha256 ?? null,
    profileId: profile.id,
    profileVersion: profile.version,
  }
}

/**
 * The last thing before the message cannot be taken back. Whoever lost the attempt meanwhile gives nothing away, nor does
 * who asks for what was paid, held or changed while a slow server took the message.
 */
async function noteHandover(
  ctx: Context,
  { id, attemptId }: Message,
  written: Pick<MessageFacts, 'invoice'>,
): Promise<void> {
  const isLeaving = await inTransaction(ctx, async (tx) => {
    const current = await lockMessage(tx, id)
    if (current.state !== 'sending' || current.attemptId !== attemptId) return false
    const facts = await readFacts(tx, current)
    const decision = decide(tx, current, facts)
    const isAmountDue = facts.invoice.openCents === written.invoice.openCents
    if (decision.do === 'send' && isAmountDue) {
      await tx.db.updateTable('messages').set({ handedOverAt: tx.now() }).where('id', '=', id).execute()
      return true
    }
    await moveMessages(tx, [current], moveOf(decision, tx.now()))
    return false
  })
  if (!isLeaving) throw new ConflictError('This message is not to leave any more', 'attempt_lost')
}
