import { recordActivity } from '../../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { MailMessage } from '../../mail/index.ts'
import { composeDigest } from './compose-digest.ts'
import { composeSummary } from './compose-summary.ts'
import { type ImportMail, lockMail, updateMail } from './import-mail-table.ts'

/**
 * Sends a mail about imports, at most once. It is noted as being sent before it leaves; when the process dies in between,
 * or the connection breaks while it is handed over, it counts as unknown and is not sent again.
 */
export async function sendImportMail(ctx: Context, { mailId }: { mailId: string }): Promise<void> {
  const mail = await inTransaction(ctx, (tx) => lockMail(tx, mailId))
  if (!mail) return
  const message = mail.state === 'waiting' ? await compose(ctx, mail) : undefined
  if (!(await claim(ctx, mail))) return
  if (!message) return settle(ctx, mail, { state: 'refused', detail: 'nobody to write to' })
  try {
    await ctx.mail.send(message)
  } catch (error) {
    return settleFailure(ctx, mail, error)
  }
  await settle(ctx, mail, { state: 'sent', detail: message.to.join(', ') })
}

/** Undefined when there is nobody to write to (any more). */
function compose(ctx: Context, mail: ImportMail): Promise<MailMessage | undefined> {
  return mail.kind === 'summary' ? composeSummary(ctx, mail) : composeDigest(ctx, mail)
}

/** True for the one who sends it now. A job of one key runs in one process at a time, so `sending` is left over. */
function claim(ctx: Context, { id: mailId }: ImportMail): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const mail = await lockMail(tx, mailId)
    if (mail?.state === 'sending')
      await settleIn(tx, mail, { state: 'unknown', detail: 'stopped while sending' })
    if (mail?.state !== 'waiting') return false
    await updateMail(tx, { mailId, state: 'sending' })
    return true
  })
}

type Settlement = { state: 'sent' | 'unknown' | 'refused' | 'waiting'; detail: string }

async function settleFailure(ctx: Context, mail: ImportMail, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error)
  const code = error instanceof AppError ? error.code : 'unexpected'
  if (['mail_unreachable', 'mail_cut_off', 'mail_deferred'].includes(code)) {
    await settle(ctx, mail, { state: 'waiting', detail })
    throw error
  }
  const isUnknown = code === 'mail_outcome_unknown' || code === 'unexpected'
  await settle(ctx, mail, { state: isUnknown ? 'unknown' : 'refused', detail })
  if (!(error instanceof AppError)) throw error
}

function settle(ctx: Context, mail: ImportMail, settlement: Settlement): Promise<void> {
  return inTransaction(ctx, (tx) => settleIn(tx, mail, settlement))
}

async function settleIn(tx: Tx, mail: ImportMail, { state, detail }: Settlement): Promise<void> {
  await updateMail(tx, { mailId: mail.id, state, detail: detail.slice(0, 500) })
  if (state === 'waiting') return
  const isSummary = mail.kind === 'summary'
  await recordActivity(tx, {
    subjectKind: isSummary ? 'long_run' : 'creditor',
    subjectId: isSummary ? mail.about : creditorOf(tx),
    kind: state === 'sent' ? 'importMail.sent' : 'importMail.notSent',
    cause: state === 'sent' ? null : state,
    data: { kind: mail.kind, detail },
  })
}
