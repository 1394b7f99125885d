import { type Context, inTransaction } from '../context.ts'
import { AppError, ConflictError } from '../errors.ts'
import { lockMessage, type Message, type MessageMove, moveMessages } from '../invitations/index.ts'
import type { RefusedRecipient } from '../mail/index.ts'
import { nextMailTry } from './next-mail-try.ts'
import { markAddress } from './note-bounce.ts'

/**
 * `mail_away`: the mail server cannot be reached at all, so the next message would fare no better. `cut_off`: it stopped
 * answering in the middle of this one. `deferred`: it asks to come back later.
 */
export type SendOutcome = 'sent' | 'not_sent' | 'mail_away' | 'cut_off' | 'deferred'

/**
 * Notes that the mail server took the message; who of the recipients it refused is kept beside it. When that cannot be
 * noted it stays noted as given away, and the next run finds it so and says that nobody knows: never one that did not leave.
 */
export async function settleSent(
  ctx: Context,
  message: Message,
  refused: readonly RefusedRecipient[],
): Promise<void> {
  try {
    await noteSent(ctx, message, refused)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    ctx.log.error({ err: error, messageId: message.id }, 'a message left, and it could not be noted')
  }
}

function noteSent(ctx: Context, message: Message, refused: readonly RefusedRecipient[]): Promise<void> {
  return settle(ctx, message, (current, now) => {
    const { sentTo, sentCc } = current
    const isForCcOnly = refused.some(({ address }) => address.toLowerCase() === sentTo?.toLowerCase())
    const went = { sentAt: now, sentTo, sentCc, refused: [...refused], attempts: current.attempts + 1 }
    if (!isForCcOnly) return { state: 'sent', ...went }
    const causeDetail = refused.map(({ address, answer }) => `${address}: ${answer}`).join('\n')
    return { state: 'bounced', cause: 'recipients_refused', causeDetail: causeDetail.slice(0, 500), ...went }
  })
}

/**
 * Notes why a message did not leave, and when it is tried again; or that nobody knows whether it left. Passes on what is
 * our own bug, after it is noted.
 */
export async function settleFailure(ctx: Context, message: Message, error: unknown): Promise<SendOutcome> {
  if (error instanceof ConflictError && error.code === 'attempt_lost') return 'not_sent'
  const code = error instanceof AppError ? error.code : 'unexpected'
  if (isDatabaseAway(error)) throw error
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await settle(ctx, message, (current, now) => ({
    ...failureOf(code, current, now),
    causeDetail: detail,
  }))
  if (code === 'unexpected') ctx.log.error({ err: error, messageId: message.id }, 'a message was not sent')
  return outcomeOf(code)
}

function outcomeOf(code: string): SendOutcome {
  switch (code) {
    case 'mail_unreachable':
    case 'mail_not_set_up':
    case 'mail_sign_in_refused':
      return 'mail_away'
    case 'mail_cut_off':
    case 'mail_outcome_unknown':
      return 'cut_off'
    case 'mail_deferred':
      return 'deferred'
    default:
      return 'not_sent'
  }
}

/** Nothing can be noted: what was noted last says whether the message can have left. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'database_unavailable'
}

/** What could not even be written (its PDF is out of reach) must not keep back the others: it is tried again later, and says so. */
export async function settleUnclaimed(ctx: Context, messageId: string, error: unknown): Promise<undefined> {
  if (isDatabaseAway(error)) throw error
  ctx.log.error({ err: error, messageId }, 'a message could not be written')
  const causeDetail = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await inTransaction(ctx, async (tx) => {
    const current = await lockMessage(tx, messageId)
    if (!canLeave(current)) return
    await moveMessages(tx, [current], { ...failureOf('unexpected', current, tx.now()), causeDetail })
  })
}

/** Nothing of it is on its way, and nothing was decided for good. */
export function canLeave({ state }: Pick<Message, 'state'>): boolean {
  return ['planned', 'held', 'failed'].includes(state)
}

const quarterMs = 15 * 60_000

function failureOf(code: string, message: Message, now: Date): MessageMove {
  const attempts = message.attempts + 1
  const nextLookAt = nextMailTry({ attempts, now })
  switch (code) {
    case 'mail_not_set_up':
    case 'mail_sign_in_refused':
      return { state: 'held', cause: code, nextLookAt: new Date(now.getTime() + quarterMs) }
    case 'mail_outcome_unknown':
      return { state: 'unknown', cause: 'outcome_unknown' }
    case 'recipients_refused':
      return { state: 'bounced', cause: code, attempts, sentTo: message.sentTo }
    case 'mail_refused':
      return { state: 'failed', cause: code, attempts }
    case 'mail_unreachable':
    case 'mail_deferred':
      return { state: 'failed', cause: code, attempts, nextLookAt }
    case 'mail_cut_off':
      return { state: 'failed', cause: 'mail_unreachable', attempts, nextLookAt }
    default:
      return { state: 'failed', cause: 'unexpected', attempts, nextLookAt }
  }
}

/** Only the attempt that it was about may say what became of it; what came of it is true also when it was given up for lost. */
function settle(
  ctx: Context,
  { id, attemptId }: Message,
  moveFor: (current: Message, now: Date) => MessageMove,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const current = await lockMessage(tx, id)
    if (current.state !== 'sending' || current.attemptId !== attemptId) return
    const move = moveFor(current, tx.now())
    await moveMessages(tx, [current], move)
    const { sentTo } = current
    if (move.cause === 'recipients_refused' && sentTo !== null && isForGood(move.causeDetail ?? ''))
      await markAddress(tx, current, { address: sentTo, detail: move.causeDetail ?? '' })
  })
}

/** There is no such mailbox (RFC 5321, 4.2.3; RFC 3463, 3.2); other refusals are about us, or about this message. */
function isForGood(answer: string): boolean {
  return /\b(550|551|553)\b|\b5\.1\.\d/.test(answer)
}
