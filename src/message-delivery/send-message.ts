import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Context, inTransaction, type Tx } from '../context.ts'
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
import type { SentMail } from '../mail/index.ts'
import {
  type Attachment,
  type ComposedMessage,
  composeWith,
  isDocumentAway,
  openAttachment,
  senderOf,
} from './compose-message.ts'
import { handOverUnchanged, readBasis } from './message-basis.ts'
import { type MessageFacts, pdfToAttach, readFacts } from './message-facts.ts'
import { canLeave, type SendOutcome, settleFailure, settleSent, settleUnclaimed } from './settle-message.ts'
import { withoutLink } from './stored-link.ts'

/**
 * Sends one message whose invoice was read from the CRM a moment ago. It is decided once more and written under its lock,
 * noted as being sent, noted again right before its last line, and only then given away: a process that dies at any
 * point leaves either a message that certainly did not leave, or one of which nobody knows (promise C4).
 */
export async function sendMessage(ctx: Context, { messageId }: { messageId: string }): Promise<SendOutcome> {
  const claimed = await claim(ctx, messageId).catch((error: unknown) =>
    settleUnclaimed(ctx, messageId, error),
  )
  if (!claimed) return 'not_sent'
  let sent: SentMail
  try {
    sent = await giveAway(ctx, claimed)
  } catch (error) {
    return settleFailure(ctx, claimed.message, error)
  }
  await settleSent(ctx, claimed.message, sent.refused)
  return 'sent'
}

type Claimed = { message: Message; facts: MessageFacts; composed: ComposedMessage; basis: string }

function giveAway(ctx: Context, claimed: Claimed): Promise<SentMail> {
  const { message, facts, composed } = claimed
  const { recipients, creditor } = facts
  return ctx.mail.send({
    to: [recipients.to ?? ''],
    cc: recipients.cc,
    subject: composed.subject,
    text: composed.text,
    html: composed.html,
    messageId: message.mailId,
    attachments: composed.attachment ? [composed.attachment] : [],
    ...senderOf(ctx, creditor),
    beforeHandover: () => noteHandover(ctx, claimed),
  })
}

/** Files are opened outside of the transaction that claims: one that changed or went away meanwhile is opened anew. */
async function claim(ctx: Context, messageId: string): Promise<Claimed | undefined> {
  let opened: Attachment | null = null
  for (let round = 0; round < 5; round += 1) {
    const outcome = await inTransaction(ctx, (tx) => claimWith(tx, messageId, opened))
    if (!outcome || 'composed' in outcome) return outcome
    opened = await openAttachment(ctx, outcome.facts, outcome.message).catch((error: unknown) => {
      if (isDocumentAway(error)) return null
      throw error
    })
  }
  throw new Error('The PDF of the message was another one each time it was opened')
}

/** Undefined when it is not to leave. What it says is what is stored when it is noted as being sent. */
async function claimWith(
  tx: Tx,
  messageId: string,
  attachment: Attachment | null,
): Promise<Claimed | Pick<Claimed, 'message' | 'facts'> | undefined> {
  const message = await lockMessage(tx, messageId)
  if (!canLeave(message)) return undefined
  const basis = await readBasis(tx, messageId)
  const facts = await readFacts(tx, message)
  const decision = decide(tx, message, facts)
  if (decision.do !== 'send') {
    await moveMessages(tx, [message], moveOf(decision, tx.now()))
    return undefined
  }
  const wanted = pdfToAttach(facts, message)
  if (wanted !== null && wanted !== attachment?.sha256) return { message, facts }
  const composed = await composeWith(tx, {
    facts,
    message,
    attachment: wanted === null ? null : attachment,
  })
  const attemptId = randomUUID()
  await moveMessages(tx, [message], sendingOf(attemptId, facts, composed))
  return { message: { ...message, attemptId }, facts, composed, basis }
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
async function noteHandover(ctx: Context, claimed: Claimed): Promise<void> {
  const { message, facts, basis } = claimed
  const { id: messageId, attemptId } = message
  const sentTo = facts.recipients.to
  const isLeaving = await inTransaction(ctx, async (tx) => {
    const isDue = decide(tx, message, facts).do === 'send'
    if (isDue && (await handOverUnchanged(tx, { messageId, sentTo, attemptId, was: basis }))) return true
    return decideHandover(tx, claimed)
  })
  if (!isLeaving) throw new ConflictError('This message is not to leave any more', 'attempt_lost')
}

/** Something changed since it was written: it leaves only if it may, and would be written word for word the same now. */
async function decideHandover(tx: Tx, claimed: Claimed): Promise<boolean> {
  const { id, attemptId } = claimed.message
  const current = await lockMessage(tx, id)
  if (current.state !== 'sending' || current.attemptId !== attemptId) return false
  const facts = await readFacts(tx, current)
  const decision = decide(tx, current, facts)
  if (decision.do === 'send' && (await isWrittenSo(tx, facts, claimed))) {
    await tx.db.updateTable('messages').set({ handedOverAt: tx.now() }).where('id', '=', id).execute()
    return true
  }
  await moveMessages(tx, [current], moveOf(decision, tx.now()))
  return false
}

/** To the same people, with the same amount, account and link, and the same PDF. */
async function isWrittenSo(tx: Tx, facts: MessageFacts, written: Claimed): Promise<boolean> {
  const { message, composed } = written
  const { attachment } = composed
  if (pdfToAttach(facts, message) !== (attachment?.sha256 ?? null)) return false
  if (!isDeepStrictEqual(facts.recipients, written.facts.recipients)) return false
  const { subject, text, html } = await composeWith(tx, { facts, message, attachment })
  return subject === composed.subject && text === composed.text && html === composed.html
}
