import { listAdministratorEmails } from '../access/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Creditor, getCreditor } from '../creditors/index.ts'
import { AppError } from '../errors.ts'
import { getInvoice } from '../invoices/index.ts'
import type { MailMessage } from '../mail/index.ts'
import { type Question, type QuestionMailState, questionColumns } from './question.ts'
import { questionMail } from './question-mail.ts'

/**
 * Sends a question to the business, which answers the customer by answering the mail. Noted before it leaves; when it is not
 * known whether it left it is not sent again, and stays readable at the invoice.
 */
export async function sendQuestion(ctx: Context, { questionId }: { questionId: string }): Promise<void> {
  const message = await claim(ctx, questionId)
  if (!message) return
  try {
    await ctx.mail.send(message)
  } catch (error) {
    return settleFailure(ctx, questionId, error)
  }
  await settle(ctx, questionId, { mailState: 'sent', mailDetail: null })
}

/** The mail for the one who sends it now. A job of one key runs in one process at a time, so `sending` is left over. */
function claim(ctx: Context, questionId: string): Promise<MailMessage | undefined> {
  return inTransaction(ctx, async (tx) => {
    const question = await lockQuestion(tx, questionId)
    if (question?.mailState === 'sending')
      await update(tx, questionId, { mailState: 'unknown', mailDetail: 'stopped while sending' })
    if (question?.mailState !== 'waiting') return undefined
    const creditor = await getCreditor(tx)
    const to = await recipientsOf(tx, creditor)
    if (to.length === 0) {
      await update(tx, questionId, { mailState: 'refused', mailDetail: 'nobody to write to' })
      return undefined
    }
    await update(tx, questionId, { mailState: 'sending', mailDetail: null })
    return compose(tx, { question, creditor, to })
  })
}

async function compose(
  tx: Tx,
  { question, creditor, to }: { question: Question; creditor: Creditor; to: string[] },
): Promise<MailMessage> {
  const invoice = await getInvoice(tx, question.invoiceId)
  const url = `${tx.config.publicUrl}/invoices/${invoice.id}`
  const written = questionMail({ question, invoice, creditor, url })
  return { to, replyTo: question.email, ...written }
}

async function lockQuestion(tx: Tx, questionId: string): Promise<Question | undefined> {
  const row = await tx.db
    .selectFrom('questions')
    .select([...questionColumns])
    .where('id', '=', questionId)
    .forUpdate()
    .executeTakeFirst()
  return row as Question | undefined
}

/** Where customers write to the business; its administrators when it has named no address. */
async function recipientsOf(tx: Tx, { senderEmail }: Creditor): Promise<string[]> {
  return senderEmail ? [senderEmail] : listAdministratorEmails(tx)
}

type Settlement = { mailState: QuestionMailState; mailDetail: string | null }

async function settleFailure(ctx: Context, questionId: string, error: unknown): Promise<void> {
  const mailDetail = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const code = error instanceof AppError ? error.code : 'unexpected'
  if (['mail_unreachable', 'mail_cut_off', 'mail_deferred', 'mail_not_set_up'].includes(code)) {
    await settle(ctx, questionId, { mailState: 'waiting', mailDetail })
    throw error
  }
  const isUnknown = code === 'mail_outcome_unknown' || code === 'unexpected'
  await settle(ctx, questionId, { mailState: isUnknown ? 'unknown' : 'refused', mailDetail })
  if (!(error instanceof AppError)) throw error
}

function settle(ctx: Context, questionId: string, settlement: Settlement): Promise<void> {
  return inTransaction(ctx, (tx) => update(tx, questionId, settlement))
}

async function update(tx: Tx, questionId: string, settlement: Settlement): Promise<void> {
  await tx.db.updateTable('questions').set(settlement).where('id', '=', questionId).execute()
}
